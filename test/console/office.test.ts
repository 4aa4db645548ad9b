import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '../../src/accounts/create-account.js';
import type { Role } from '../../src/entities/vocabulary.js';
import type { Database } from '../../src/entities/database.js';
import { importAgencies } from '../../src/filing/agencies/import-agencies.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { browserPath, openBrowser, watch, type Watched } from '../support/browser.js';
import { htmlLayouts } from '../support/render/html-layouts.js';
import { withOneMore, yearFigures, yearPage, type Cells } from '../support/year-report.js';
import { startConsole, type SampleServer } from './sample-server.js';

/** The review loop of an office of three members, by hand in a browser. */

const CITY = '990100';
const YEAR = new Date().getFullYear() - 1;
const EDUCATION = '砚州市教育局';
const NAMES = ['砚州市人民政府', EDUCATION, '砚州市水利局'];
const PASSWORD = 'correct horse battery';

async function fill(database: Database): Promise<void> {
  await seedRegistry(database);
  const list = ['name', ...NAMES, ''].join('\n');
  await database.transaction((m) => importAgencies(m, list));
  const [agency] = await database.query<{ id: string }>('select id from agency where name = $1', [
    EDUCATION,
  ]);
  const people: readonly (readonly [string, Role, string | null, string | null])[] = [
    ['clerk', 'SUBMITTER', null, agency!.id],
    ['reviewer', 'REVIEWER', CITY, null],
    ['publisher', 'PUBLISHER', CITY, null],
    ['auditor', 'AUDITOR', CITY, null],
    ['admin', 'ADMIN', CITY, null],
  ];
  for (const [name, role, region, agencyId] of people) {
    const made = await createAccount(
      database,
      { name, displayName: name, password: PASSWORD, identity: null, mustChangePassword: false },
      { author: 'test', actor: { accountId: null, address: null } },
    );
    if (made.kind !== 'CREATED') throw new Error(made.kind);
    await database.query(
      'insert into role_grant (account_id, role, region_code, agency_id) values ($1, $2, $3, $4)',
      [made.accountId, role, region, agencyId],
    );
  }
}

const page = (cells: Cells) => ({
  name: '年报.html',
  mimeType: 'text/html',
  buffer: Buffer.from(yearPage(EDUCATION, YEAR, cells, Object.values(htmlLayouts)[0]!)),
});
const SOUND = page(yearFigures(3));
const WRONG = page(withOneMore(yearFigures(3), 'REQUESTS/GRANTED/total'));

let server: SampleServer;
let browser: Browser;

/** A browser of one person, signed in. */
async function signedIn(name: string, to = 'office'): Promise<{ page: Page; watched: Watched }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  });
  const tab = await context.newPage();
  const watched = watch(tab);
  await tab.goto(`${server.url}/sign-in?to=${to}`);
  await tab.getByLabel('账号').fill(name);
  await tab.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await tab.getByRole('button', { name: '登录' }).click();
  await tab.getByRole('button', { name: '退出' }).waitFor();
  return { page: tab, watched };
}

async function seriousFaults(tab: Page): Promise<string[]> {
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate<axe.AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

async function open(tab: Page, name: string): Promise<void> {
  await tab.getByRole('link', { name, exact: true }).click();
  await tab.locator(`.tab.chosen:text-is("${name}")`).waitFor();
  await expect.poll(() => tab.locator('.waiting').count()).toBe(0);
}

/** Hands a file in as the clerk. */
async function handIn(file: typeof SOUND): Promise<void> {
  const { page: tab, watched } = await signedIn('clerk', 'hand-in');
  await tab.getByLabel('只核对，不保存').uncheck();
  await tab.getByLabel('分管领导').fill('王某');
  await tab.locator('input[type=file]').setInputFiles(file);
  await tab.getByText('已报送').waitFor();
  expect(watched.complaints).toEqual([]);
  await tab.context().close();
}

/** Two rows of figures, pasted from a sheet into the cell that has the focus. */
const PASTE = `{
  const data = new DataTransfer();
  data.setData('text/plain', '7\\t2\\t0\\t0\\t0\\t0\\t10\\n0\\t0\\t0\\t0\\t0\\t0\\t0');
  const paste = { clipboardData: data, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', paste));
}`;

const focused = (tab: Page): Promise<string> =>
  tab.evaluate<string>('document.activeElement.dataset.key');

const figure = (tab: Page, name: string): Promise<string | null> =>
  tab.locator(`dl.figures div:has(dt:text-is("${name}")) dd`).textContent();

describe.skipIf(browserPath === undefined)('the office in a browser', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    server = await startConsole(fill);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test('is closed to whoever has not signed in, and to a wrong password', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/office`);
    await tab.getByText('请先登录。').waitFor();
    await tab.getByRole('link', { name: '登录' }).click();
    await tab.getByLabel('账号').fill('reviewer');
    await tab.getByLabel('口令', { exact: true }).fill('wrong horse battery');
    await tab.getByRole('button', { name: '登录' }).click();
    await tab.getByText('账号与口令不符。').waitFor();
    expect(await seriousFaults(tab)).toEqual([]);
    await tab.close();
  });

  test('makes the roster and knows who is missing', async () => {
    const { page: tab, watched } = await signedIn('reviewer');
    await tab.getByText('尚无名册。').waitFor();
    await open(tab, '名册');
    await tab.getByRole('button', { name: '按已登记机关生成' }).click();
    await tab.getByText('名册共 3 个成员单位').waitFor();
    await tab.getByLabel('部门期限').fill('2030-01-20');
    await tab.getByRole('button', { name: '保存日程' }).click();
    await expect.poll(() => tab.getByLabel('部门期限').inputValue()).toBe('2030-01-20');
    await open(tab, '进度');
    await expect.poll(() => figure(tab, '未报')).toBe('3');
    await tab.getByRole('cell', { name: '2030-01-20' }).first().waitFor();
    expect(await seriousFaults(tab)).toEqual([]);
    expect(watched.complaints).toEqual([]);
    await tab.context().close();
  });

  test('figures are typed in, checked while typing, kept over a reload, and saved as a draft', async () => {
    const { page: tab, watched } = await signedIn('clerk', 'fill-in');
    await tab.getByRole('heading', { name: '在线填报' }).waitFor();
    const entry = (key: string) => tab.locator(`input[data-key="${key}"]`);
    await entry('REQUESTS/received/naturalPerson').focus();
    await tab.evaluate(PASTE);
    await expect.poll(() => entry('REQUESTS/carriedIn/total').inputValue()).toBe('0');
    await tab.locator('.finding', { hasText: '10' }).getByRole('link', { name: 'A1' }).waitFor();
    expect(await entry('REQUESTS/received/total').getAttribute('aria-invalid')).toBe('true');
    expect(await seriousFaults(tab)).toEqual([]);

    await tab.reload();
    await tab.getByText('有未保存的内容，留在本浏览器中。').waitFor();
    await tab.locator('.finding').getByRole('button', { name: /总计/ }).first().click();
    await expect.poll(() => focused(tab)).toBe('REQUESTS/received/total');
    await tab.keyboard.press('Control+a');
    await tab.keyboard.type('9');
    await tab.keyboard.press('Enter');
    expect(await focused(tab)).toBe('REQUESTS/carriedIn/total');
    await tab.getByText('已填部分未发现问题。').waitFor();
    await tab.getByRole('button', { name: '存为草稿' }).click();
    await tab.getByText(/^INCOMPLETE/).waitFor();

    await tab.getByRole('button', { name: '其余填 0' }).click();
    await tab.getByText('已填完。').waitFor();
    for (const [key, value] of [
      ['REQUESTS/GRANTED/naturalPerson', '7'],
      ['REQUESTS/GRANTED/businessEnterprise', '2'],
      ['REQUESTS/GRANTED/total', '9'],
      ['REQUESTS/completed/naturalPerson', '7'],
      ['REQUESTS/completed/businessEnterprise', '2'],
      ['REQUESTS/completed/total', '9'],
    ] as const) {
      await entry(key).fill(value);
    }
    await tab.getByRole('button', { name: '存为草稿' }).click();
    await tab.getByText('新报告 · 草稿').waitFor();
    await expect.poll(() => tab.getByText('有未保存的内容').count()).toBe(0);
    expect(await entry('REQUESTS/GRANTED/total').inputValue()).toBe('9');
    expect(watched.complaints).toEqual([]);
    await tab.setViewportSize({ width: 400, height: 800 });
    expect(await seriousFaults(tab)).toEqual([]);
    await tab.context().close();
  });

  test('files wait in the browser while the server is away, also over a closed page', async () => {
    const { page: first } = await signedIn('clerk', 'hand-in');
    const context = first.context();
    await context.route('**/reports', (route) => route.abort());
    const other = { ...SOUND, name: '另一份.html' };
    const stuck = { ...SOUND, name: '传不上去.html' };
    await first.locator('input[type=file]').setInputFiles([stuck, WRONG, other]);
    await first.getByText('报送中断，其余文件保存在本浏览器中').waitFor();
    await first.getByRole('button', { name: '跳过此文件' }).click();
    await first.getByRole('heading', { name: '未能收下，须换文件 (1)' }).waitFor();
    await first.getByText('报送中断，其余文件保存在本浏览器中').waitFor();
    await first.getByText('另一份.html · 等待').waitFor();
    expect(await seriousFaults(first)).toEqual([]);
    await first.close();

    await context.unroute('**/reports');
    const second = await context.newPage();
    const watched = watch(second);
    await second.goto(`${server.url}/hand-in`);
    await second.getByRole('heading', { name: '有错误，须改正 (1)' }).waitFor();
    await second.getByRole('heading', { name: '没有错误 (1)' }).waitFor();
    await second.getByText('3 / 3 个文件').waitFor();
    await second.reload();
    await second.getByRole('heading', { name: '没有错误 (1)' }).waitFor();
    await second.getByRole('button', { name: '清空结果' }).click();
    await second.getByRole('heading', { name: '没有错误 (1)' }).waitFor({ state: 'detached' });
    await second.reload();
    await second.getByRole('button', { name: '选择文件' }).waitFor();
    expect(await second.getByRole('heading', { name: '没有错误 (1)' }).count()).toBe(0);
    expect(watched.complaints).toEqual([]);
    await context.close();
  });

  test('a report is tried, handed in wrong, sent back, mended, accepted and published', async () => {
    const { page: clerk } = await signedIn('clerk', 'hand-in');
    await clerk.locator('input[type=file]').setInputFiles(WRONG);
    await clerk.getByRole('heading', { name: /有错误，须改正/ }).waitFor();
    expect(await seriousFaults(clerk)).toEqual([]);
    await clerk.context().close();
    const { page: following } = await signedIn('reviewer');
    await expect.poll(() => figure(following, '待审')).toBe('0');
    await handIn(WRONG);
    // Nobody reloads the page.
    await expect.poll(() => figure(following, '待审'), { timeout: 10_000 }).toBe('1');
    await following.context().close();

    const { page: reviewer, watched } = await signedIn('reviewer');
    await open(reviewer, '审核');
    await reviewer.getByRole('heading', { name: EDUCATION }).waitFor();
    // With its error it cannot be accepted, and says so.
    await reviewer.keyboard.press('a');
    await reviewer.getByText('有未解决的错误，未接收').waitFor();
    await reviewer.keyboard.press('r');
    await expect.poll(() => reviewer.evaluate('document.activeElement.id')).toBe('send-back');
    expect(await reviewer.locator('#send-back').inputValue()).toContain('总计');
    expect(await seriousFaults(reviewer)).toEqual([]);
    await reviewer.getByRole('button', { name: '退回' }).click();
    await reviewer.getByText('没有待办的报告。').waitFor();

    const { page: told } = await signedIn('clerk', 'fill-in');
    await told.getByText(/^退回：.*总计/).waitFor();
    await told.locator('.finding').first().waitFor();
    await told.context().close();
    await handIn(SOUND);
    await open(reviewer, '进度');
    await open(reviewer, '审核');
    await reviewer.reload();
    await reviewer.getByRole('heading', { name: EDUCATION }).waitFor();
    await reviewer.keyboard.press('a');
    await reviewer.getByText('完成 1 份。').waitFor();
    expect(watched.complaints).toEqual([]);
    await reviewer.context().close();

    const { page: publisher } = await signedIn('publisher');
    await open(publisher, '公布');
    await publisher.getByRole('button', { name: '全选无错误的' }).click();
    await publisher.getByRole('button', { name: '公布所选' }).click();
    await publisher.getByText('完成 1 份。').waitFor();
    await publisher.context().close();
    const { reports } = await server.ask(
      `{ reports(filter: { regions: ["${CITY}"] }) { nodes { id status revision agency { name } } } }`,
    );
    expect(reports.nodes).toEqual([
      { id: expect.any(String), status: 'PUBLISHED', revision: 3, agency: { name: EDUCATION } },
    ]);

    const { page: looking } = await signedIn('reviewer');
    await looking.goto(`${server.url}/report/${reports.nodes[0].id}`);
    await looking.getByRole('heading', { name: '各版本与改动' }).waitFor();
    const changes = looking.getByRole('table', { name: '改动了 1 个单元格' });
    await changes.getByRole('button', { name: /总计/ }).waitFor();
    const cells = await changes.locator('tbody td').allTextContents();
    expect(Number(cells[0]) - Number(cells[1])).toBe(1);
    expect(await seriousFaults(looking)).toEqual([]);
    await looking.context().close();
  });

  test('adds the members up with reasons for those that are missing', async () => {
    const { page: tab, watched } = await signedIn('reviewer');
    await open(tab, '汇总');
    await tab.getByLabel('事由').fill('年度汇总');
    await tab.locator('main').getByRole('button', { name: '汇总' }).click();
    for (const name of NAMES.filter((one) => one !== EDUCATION)) {
      await tab.getByLabel(`理由（存档） ${name}`).fill('机构撤销');
    }
    expect(await seriousFaults(tab)).toEqual([]);
    await tab.locator('main').getByRole('button', { name: '汇总' }).click();
    await tab.getByText('已汇总 1 个成员单位').waitFor();
    await tab.getByText('汇总之后没有变动。').waitFor();
    await tab.getByText('2 个成员单位未报送，未计入').waitFor();
    await tab.getByText('本级政府尚未公布汇总报告。').waitFor();
    expect(await seriousFaults(tab)).toEqual([]);
    expect(watched.complaints).toEqual([]);
    await tab.context().close();
  });

  test('an administrator makes an account, grants it a role and takes it back', async () => {
    const { page: tab, watched } = await signedIn('admin');
    await open(tab, '账号');
    await tab
      .getByRole('row', { name: /reviewer/ })
      .getByText('审核')
      .waitFor();
    const made = tab.getByRole('form', { name: '新建账号' });
    await made.getByLabel('账号').fill('newcomer');
    await made.getByLabel('姓名').fill('新人');
    await made.getByLabel('初始口令（至少 12 个字符）').fill('short');
    await made.getByRole('button', { name: '新建账号' }).click();
    await tab.getByRole('status').filter({ hasText: /12/ }).waitFor();
    await made.getByLabel('初始口令（至少 12 个字符）').fill(PASSWORD);
    await made.getByRole('button', { name: '新建账号' }).click();
    await tab.getByText('账号已建立；请为其授予角色。').waitFor();
    await tab.getByRole('form', { name: '授予角色' }).getByRole('button').click();
    const line = tab.getByRole('row', { name: /newcomer/ });
    await line.getByText('审核 · ').waitFor();
    expect(await seriousFaults(tab)).toEqual([]);
    await line.getByRole('button', { name: /^收回/ }).click();
    await expect.poll(() => line.count()).toBe(0);
    expect(watched.complaints).toEqual([]);
    await tab.context().close();
  });

  test('writes letters and shows the audit log', async () => {
    const { page: tab } = await signedIn('reviewer');
    await tab.getByLabel('限期').fill('2030-02-10');
    await tab.getByLabel('落款').fill('砚州市政务公开办公室');
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('button', { name: '生成全部（ZIP）' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/催报函.*\.zip$/);
    await tab.context().close();
    const { page: auditor } = await signedIn('auditor');
    await open(auditor, '审计日志');
    for (const act of [
      'RETURN_REPORT',
      'ACCEPT_REPORT',
      'PUBLISH_REPORT',
      'CONSOLIDATE',
      'SEND_LETTERS',
    ]) {
      await auditor.getByRole('cell', { name: act, exact: true }).first().waitFor();
    }
    expect(await seriousFaults(auditor)).toEqual([]);
    await auditor.getByRole('button', { name: '退出' }).click();
    await auditor.getByText('请先登录。').waitFor();
    await auditor.context().close();
  });

  test('fits a phone, in English', async () => {
    const { page: tab, watched } = await signedIn('reviewer');
    await tab.setViewportSize({ width: 390, height: 844 });
    for (const view of ['board', 'queue', 'adding', 'roster']) {
      await tab.goto(`${server.url}/office?tab=${view}&lang=en`);
      await tab.getByRole('heading', { name: 'Office', level: 1 }).waitFor();
      await expect.poll(() => tab.locator('.waiting').count()).toBe(0);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect(await seriousFaults(tab)).toEqual([]);
    }
    expect(watched.complaints).toEqual([]);
    await tab.context().close();
  });
});
