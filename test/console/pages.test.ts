import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserPath,
  oldBrowserRuns,
  openBrowser,
  openOldBrowser,
  watch,
  type Watched,
} from '../support/browser.js';
import { startSampleServer, type SampleServer } from './sample-server.js';

/** Bytes of gzipped script that the first view may take. */
const MOST_SCRIPT = 450_000;

let server: SampleServer;
let browser: Browser;
/** Ids of a report with a transposed total and of its agency. */
let report = '';
let agency = '';

const REPORT = `{ reports(filter: { regions: ["990000"], years: [2024], withFindings: [ERROR] }, first: 1) {
  nodes { id agency { id name } findings { check { code } cells { table row column } } } } }`;

/** How far the page moved under its reader while it came: the cumulative layout shift so far. */
const SHIFTED = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 100);
})`;

/** Opens a view and waits until it shows its data. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${server.url}${address}`);
  await page.locator('h1').waitFor();
  const isWhole = (): Promise<boolean> =>
    page
      .locator('.waiting')
      .count()
      .then((n) => n === 0);
  await expect.poll(isWhole, { timeout: 60_000 }).toBe(true);
}

async function newPage(width = 1280): Promise<{ page: Page; watched: Watched }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, acceptDownloads: true });
  return { page, watched: watch(page) };
}

/** Rules of axe that a page breaks, with the elements that do. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

/** A real report of an agency, with its original and the places of its cells. */
async function realReport(name: string, year: number): Promise<any> {
  const query = `query ($year: Int!) {
    reports(filter: { years: [$year], regions: ["320000", "220000"], scopes: [ORGAN, REGION_CONSOLIDATED] }, first: 20) {
      nodes { id agency { name } source { mediaType } cells { table row column raw locator } } } }`;
  const { reports } = await server.ask(query, { year });
  return reports.nodes.find((each: any) => each.agency.name.includes(name) && each.source);
}

/** One that was published as PDF. */
const pdfReport = (): Promise<any> => realReport('洪泽', 2024);

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).first().click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

describe.skipIf(browserPath === undefined)('the console in a browser', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    server = await startSampleServer();
    browser = await openBrowser();
    const [found] = (await server.ask(REPORT)).reports.nodes;
    ({ id: report } = found);
    agency = found.agency.id;
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const views = (): Record<string, string> => ({
    overview: '/?region=990000',
    'the country': '/',
    report: `/report/${report}?cell=REQUESTS/completed/total`,
    agency: `/agency/${agency}`,
    search: '/search?q=公安局',
    compare: `/compare?items=r.990100,a.${agency}&metric=OUTCOME_GRANTED&per=REQUESTS_COMPLETED`,
    rules: '/rules?rule=X3',
  });

  for (const name of Object.keys(views())) {
    test(`${name}: no complaint, no other host, nothing serious for axe, nothing that jumps, at two widths and in two languages`, async () => {
      const address = views()[name]!;
      for (const [width, lang] of [
        [1280, ''],
        [390, `${address.includes('?') ? '&' : '?'}lang=en`],
      ] as const) {
        const { page, watched } = await newPage(width);
        await open(page, `${address}${lang}`);
        expect(watched.complaints).toEqual([]);
        const foreign = (url: string) =>
          !url.startsWith(`${server.url}/`) && !/^(data|blob):/.test(url);
        expect(watched.requests.filter(foreign)).toEqual([]);
        expect(await seriousFaults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.evaluate(SHIFTED)).toBeLessThan(0.1);
        await page.close();
      }
    });
  }

  test.skipIf(!oldBrowserRuns)(
    'a Chromium of four years ago shows every page whole and without a complaint',
    async () => {
      const { browser: old, close } = await openOldBrowser();
      try {
        expect(old.version()).toMatch(/^107\./);
        for (const [name, address] of Object.entries({ ...views(), 'sign-in': '/sign-in' })) {
          const page = await old.newPage({ viewport: { width: 1280, height: 900 } });
          const watched = watch(page);
          await open(page, address);
          expect(watched.complaints, name).toEqual([]);
          expect(await page.locator('h1').innerText(), name).not.toBe('');
          await page.close();
        }
        const page = await old.newPage();
        const watched = watch(page);
        await open(page, '/?region=990000');
        await page.locator('#trend').scrollIntoViewIfNeeded();
        await page.locator('.chart svg').first().waitFor();
        const pdf = await pdfReport();
        await open(page, `/report/${pdf.id}?cell=REQUESTS/received/total`);
        await expect
          .poll(() => page.locator('.sheet canvas').getAttribute('data-drawn'), { timeout: 20_000 })
          .not.toBeNull();
        expect(watched.complaints).toEqual([]);
      } finally {
        await close();
      }
    },
  );

  test('the original stands beside the report: the page of a PDF, or the table as it was read', async () => {
    const { page, watched } = await newPage();
    const pdf = await pdfReport();
    const cell = pdf.cells.find((each: any) => each.row === 'received' && each.column === 'total');
    await open(page, `/report/${pdf.id}?cell=REQUESTS/received/total`);
    const canvas = page.locator('.sheet canvas');
    const [, number = '', x0 = 0, y0 = 0, x1 = 0, y1 = 0] =
      /^page (\d+) box (\d+),(\d+),(\d+),(\d+)$/.exec(cell.locator) ?? [];
    await expect.poll(() => canvas.getAttribute('data-drawn'), { timeout: 20_000 }).toBe(number);
    const box = await page.locator('.sheet .sought').boundingBox();
    expect(box?.width).toBeCloseTo((Number(x1) - Number(x0)) * 1.25 + 4, 0);
    // Something dark is printed within the box, and little of it.
    const dark = await canvas.evaluate(
      (element, [left, top, right, bottom]) => {
        const context = (element as any).getContext('2d');
        const { data } = context.getImageData(left, top, right! - left!, bottom! - top!);
        let found = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] < 128 && data[i + 3] > 128) found += 1;
        return found / (data.length / 4);
      },
      [x0, y0, x1, y1].map((n) => Math.round(Number(n) * 1.25)),
    );
    expect(dark).toBeGreaterThan(0.005);
    expect(dark).toBeLessThan(0.6);
    expect(await seriousFaults(page)).toEqual([]);

    const closed = await realReport('洪泽', 2023);
    await open(page, `/report/${closed.id}?cell=REQUESTS/received/total`);
    await page.getByText('原件含个人信息，只有审核人员可以查看。').waitFor();
    // The browser tells of the 403 by itself.
    expect(watched.complaints.splice(0).every((text) => text.includes('403'))).toBe(true);

    const html = await realReport('长春', 2025);
    const other = html.cells.find(
      (each: any) => each.row === 'carriedOut' && each.column === 'total',
    );
    await open(page, `/report/${html.id}?cell=REQUESTS/carriedOut/total`);
    const mark = page.locator('.passage td.sought');
    await mark.waitFor();
    expect((await mark.textContent())?.trim()).toBe(other.raw);
    expect(await mark.locator('xpath=..').textContent()).toContain('结转下年度');
    expect(await seriousFaults(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
    const isForeign = (url: string): boolean => !url.startsWith(server.url);
    expect(watched.requests.filter(isForeign)).toEqual([]);
    await page.close();
  });

  test('the first view takes less than 450 kB of gzipped script; charts are loaded in sight', async () => {
    const { page, watched } = await newPage();
    await open(page, '/?region=990000');
    const scripts = watched.requests.filter((url) => url.endsWith('.js'));
    const sizes = await Promise.all(
      scripts.map(async (url) => gzipSync(await (await fetch(url)).text()).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_SCRIPT);
    expect(scripts.some((url) => url.includes('line-chart'))).toBe(false);
    await page.locator('#trend').scrollIntoViewIfNeeded();
    await page.locator('.chart svg').first().waitFor();
    await page.close();
  });

  test('the language is a word of the address and stays from page to page', async () => {
    const { page } = await newPage();
    await open(page, '/?region=990000');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Key figures' }).waitFor();
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    await page.getByRole('link', { name: '砚州市' }).click();
    await page.getByRole('heading', { name: /砚州市 Report year 2024/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.close();
  });

  test('a view opens again as its address says: group, order, columns, filters', async () => {
    const { page } = await newPage();
    await open(
      page,
      '/?region=990000&year=2023&by=SECTOR&order=smallest&hide=errors&levels=COUNTY',
    );
    const table = page.getByRole('table', { name: /^领域/ });
    expect(await table.getByRole('columnheader').allInnerTexts()).not.toContain('有错误的报告');
    await page.getByRole('heading', { level: 1, name: '示例省 2023 年度' }).waitFor();
    const counts = await table.locator('tbody tr td:nth-child(2) .number').allInnerTexts();
    const numbers = counts.map((text) => Number(text.replace(/\s/g, '')));
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await table.getByRole('button', { name: /办结/ }).click();
    await page.waitForURL(/metric=REQUESTS_COMPLETED/);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('metric'));
    await page.close();
  });

  test('a ranking lists all its groups at once, or goes page by page', async () => {
    const { page } = await newPage();
    const { totals } = await server.ask(
      '{ totals(filter: { regions: ["990000"], years: [2024] }, groupBy: [AGENCY], first: 1) { totalCount } }',
    );
    await open(page, '/?region=990000&year=2024&by=AGENCY');
    const drill = page.getByRole('region', { name: '分组' });
    await drill.getByRole('button', { name: '全部列出' }).click();
    await page.waitForURL(/all=1/);
    const table = drill.getByRole('table');
    await expect
      .poll(() => table.getAttribute('aria-rowcount'))
      .toBe(String(Number(totals.totalCount) + 1));
    expect(await table.locator('tbody tr').count()).toBeLessThan(totals.totalCount / 2);
    await drill.getByRole('button', { name: '分页显示' }).click();
    await expect.poll(() => table.locator('tbody tr').count()).toBe(50);
    await page.close();
  });

  test('a saved CSV, XLSX and JSON state what the API answers', async () => {
    const { page } = await newPage();
    await open(page, '/?region=990000&year=2024');
    const { totals } = await server.ask(
      '{ totals(filter: { regions: ["990000"], years: [2024] }) { nodes { requests { received { total } } } } }',
    );
    const received = totals.nodes[0].requests.received.total;
    const csv = await saved(page, 'CSV');
    expect(csv).toMatch(new RegExp(`一、[^\\n]* · 总计,${received},`));
    const [workbook] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'XLSX', exact: true }).first().click(),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await workbook.path());
    const lines: unknown[][] = [];
    book.worksheets[0]!.eachRow(({ values }) => lines.push((values as unknown[]).slice(1)));
    expect(lines.find(([label]) => /^一、.* · 总计$/.test(String(label)))?.[1]).toBe(received);
    expect(lines).toHaveLength(csv.trimEnd().split('\r\n').length);
    const json = JSON.parse(await saved(page, 'JSON'));
    const year = json.totals.nodes.find(({ key }: any) => key.year === 2024);
    expect(year.requests.received.total).toBe(received);
    await page.close();
  });

  test('a sum opens its contributions, which add up to it', async () => {
    const { page } = await newPage();
    await open(page, '/?region=990100&year=2024&sum=REQUESTS/STATE_SECRET/total');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('table').waitFor();
    const cells = await drawer.locator('tbody tr td:nth-child(3)').allInnerTexts();
    const sum = cells.reduce((total, text) => total + Number(text.replace(/\s/g, '')), 0);
    const { totals } = await server.ask(
      '{ totals(filter: { regions: ["990100"], years: [2024] }) { nodes { indicator(metric: REASON_STATE_SECRET) { value } } } }',
    );
    expect(sum).toBe(totals.nodes[0].indicator.value);
    await page.close();
  });

  test('a figure of several rows in a group opens what each report gave to it', async () => {
    const { page, watched } = await newPage();
    await open(page, '/?region=990000&year=2024&by=SECTOR');
    const row = page.getByRole('table', { name: /^领域/ }).locator('tbody tr').first();
    const refused = row.getByRole('link').nth(4);
    const value = Number((await refused.innerText()).replace(/\s/g, ''));
    await refused.click();
    await page.waitForURL(/sum=OUTCOME_REFUSED/);
    expect(new URL(page.url()).searchParams.get('sectors')).not.toBeNull();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('（三）不予公开').first().waitFor();
    await drawer.getByRole('table').waitFor();
    const cells = await drawer.locator('tbody tr td:nth-child(3)').allInnerTexts();
    const sum = cells.reduce((total, text) => total + Number(text.replace(/\s/g, '')), 0);
    expect(value).toBeGreaterThan(0);
    expect(sum).toBe(value);
    expect(watched.complaints).toEqual([]);
    await page.close();
  });

  test('the query behind a view and its citation stand a click away', async () => {
    const { page } = await newPage();
    await open(page, '/?region=990000');
    await page.getByRole('button', { name: 'GraphQL 查询' }).first().click();
    await page.getByRole('dialog').getByText('query Overview').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '引用' }).first().click();
    const citation = await page.getByRole('dialog').locator('.citation').innerText();
    expect(citation).toMatch(/示例省 2024 年度。\d+ 份报告.*数据检索于 \d{4}-\d\d-\d\d/);
    await page.close();
  });

  test('a finding leads to its cell, which names its place in the original', async () => {
    const { page } = await newPage();
    await open(page, `/report/${report}`);
    const finding = page.locator('.finding').first();
    await finding.locator('dd.links button').first().click();
    const cell = page.locator('button.cell.chosen');
    await cell.waitFor();
    expect(await cell.getAttribute('class')).toContain('error');
    expect(new URL(page.url()).searchParams.get('cell')).toMatch(/^REQUESTS\//);
    await page.getByRole('complementary').getByText('原件位置').waitFor();
    await cell.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.id')).toMatch(/^cell-REQUESTS/);
    await page.close();
  });

  test('regions and agencies stand side by side as the API states them', async () => {
    const { page } = await newPage();
    await open(page, `/compare?items=r.990100,a.${agency}`);
    const rows = page.locator('table tbody tr');
    await rows.nth(1).waitFor();
    const { totals } = await server.ask(
      'query ($ids: [ID!]) { totals(filter: { agencies: $ids, years: [2024] }) { nodes { indicator(metric: REQUESTS_RECEIVED) { value } } } }',
      { ids: [agency] },
    );
    const newest = await rows.nth(1).locator('td').last().innerText();
    expect(newest.split('\n')[0]!.replace(/\s/g, '')).toBe(String(totals.nodes[0].indicator.value));
    await page.close();
  });

  test('the ledger of an agency holds what was carried in against what was carried out', async () => {
    const { page } = await newPage();
    await open(page, `/agency/${agency}`);
    const { agency: known } = await server.ask(
      'query ($id: ID!) { agency(id: $id) { before: report(year: 2023) { requests { carriedOut { total } } } now: report(year: 2024) { requests { carriedIn { total } } } } }',
      { id: agency },
    );
    const line = page.getByRole('table', { name: '历年衔接' }).locator('tbody tr').first();
    const [, expected, stated] = await line.locator('td').allInnerTexts();
    expect(expected).toBe(String(known.before.requests.carriedOut.total));
    expect(stated).toBe(String(known.now.requests.carriedIn.total));
    await page.close();
  });

  test('an agency is found by a part of its name', async () => {
    const { page } = await newPage();
    await open(page, '/search');
    await page.getByRole('searchbox').fill('周口市公安');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '周口市公安局' }).click();
    await page.getByRole('heading', { level: 1, name: '周口市公安局' }).waitFor();
    await page.close();
  });

  test('an agency is found by the first letters of its name, a report by a sentence in it', async () => {
    const { page, watched } = await newPage();
    await open(page, '/search?q=zksgaj');
    await page.getByRole('link', { name: '周口市公安局' }).first().waitFor();
    await page.getByRole('link', { name: '报告正文' }).click();
    const query = `query ($id: ID!) { node(id: $id) { ... on Report { sections { text } } } }`;
    const { node } = await server.ask(query, { id: report });
    const phrase = (node.sections[0].text as string).slice(2, 8);
    await open(page, '/search?in=text&region=990000&year=2024');
    await page.getByLabel('在报告正文中查找').fill(phrase);
    await page.keyboard.press('Enter');
    await page.locator('td mark', { hasText: phrase }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('text')).toBe(phrase);
    const first = page.locator('tbody tr').first();
    const sentence = await first.locator('td').last().textContent();
    await first.getByRole('link').first().click();
    await page.getByText(sentence!.slice(0, 20)).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
    await page.close();
  });

  test('a report is saved as a workbook', async () => {
    const { page } = await newPage();
    await open(page, `/report/${report}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'XLSX' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.close();
  });

  test('an agency stands among its peers, with their median', async () => {
    const { page } = await newPage();
    await open(page, `/compare?items=a.${agency}`);
    const { agency: known } = await server.ask(
      'query ($id: ID!) { agency(id: $id) { level sectors { code } } }',
      { id: agency },
    );
    const { totals } = await server.ask(
      'query ($filter: ReportFilter) { totals(filter: $filter, groupBy: [AGENCY], first: 500) { nodes { indicator(metric: REQUESTS_RECEIVED) { value } } } }',
      {
        filter: {
          regions: ['990000'],
          years: [2024],
          levels: [known.level],
          sectors: [known.sectors[0].code],
        },
      },
    );
    await page.getByText(`${totals.nodes.length} 个机关，中位数`).waitFor();
    const values = totals.nodes.map(({ indicator }: any) => indicator.value);
    const shown = await page.locator('section table tbody tr td:nth-child(2)').allInnerTexts();
    const numbers = shown.map((text) => Number(text.replace(/\s/g, '')));
    expect(numbers).toEqual(values.sort((a: number, b: number) => b - a));
    await page.close();
  });

  test('what does not exist is said in words', async () => {
    const { page } = await newPage();
    await page.goto(`${server.url}/report/${agency}`);
    await page.getByText('没有这份报告').waitFor();
    await page.close();
  });
});
