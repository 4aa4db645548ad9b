import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { browserPath, openBrowser, watch, type Watched } from '../support/browser.js';
import { startConsole, type SampleServer } from './sample-server.js';

const AGENCIES = 10_000;

/** Milliseconds from a key or a click until the page shows what it did. */
const MOST_TIME = 100;

let server: SampleServer;
let browser: Browser;

/** Agencies of one province, the last of them by its name apart. */
async function fill(database: Database): Promise<void> {
  await seedRegistry(database);
  await database.query(
    `insert into agency (name, normalised_name, kind, level, region_code, province_code)
     select name, name, 'DEPARTMENT', 'COUNTY', '410000', '410000'
     from generate_series(1, $1::int) as i, concat('河南第', lpad(i::text, 5, '0'), '局') as name`,
    [AGENCIES],
  );
}

/** Notes how long each key and click takes, from the event until what it changed is painted. */
const NOTE_TIMES = `window.times = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (['keydown', 'click', 'pointerdown'].includes(name)) window.times.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });`;

/** Goes through a list, types, opens and closes a drawer; milliseconds of each that took two frames or more. */
async function timesOf(page: Page, frame: Locator, box: Locator): Promise<number[]> {
  await frame.focus();
  await page.evaluate(NOTE_TIMES);
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'End', 'PageUp', 'PageUp', 'Home']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  await box.click();
  for (const key of ['9', '8', '7', 'Backspace', '6']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: 'GraphQL 查询' }).click();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(600);
  return (await page.evaluate<number[]>('window.times')).toSorted((a, b) => a - b);
}

const middle = (times: readonly number[]): number => times[Math.floor(times.length / 2)] ?? 0;

async function openList(): Promise<{ page: Page; watched: Watched }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const watched = watch(page);
  await page.goto(`${server.url}/search?region=410000&all=1`);
  await page.getByText(`共 ${AGENCIES.toLocaleString('en').replace(',', ' ')} 项`).waitFor();
  await expect
    .poll(() => page.locator('.pages [role=status]').innerText(), { timeout: 60_000 })
    .toBe('');
  return { page, watched };
}

describe.skipIf(browserPath === undefined)('a list of ten thousand', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    server = await startConsole(fill);
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test('is listed as a whole, of which the page holds what is in sight', async () => {
    const { page, watched } = await openList();
    const rows = page.locator('.windowed tbody tr:not(.gap)');
    expect(await rows.count()).toBeLessThan(80);
    expect(await page.locator('.windowed table').getAttribute('aria-rowcount')).toBe(
      String(AGENCIES + 1),
    );
    await page.locator('.windowed').focus();
    await page.keyboard.press('End');
    await page.getByRole('link', { name: '河南第10000局' }).waitFor();
    expect(await rows.last().getAttribute('aria-rowindex')).toBe(String(AGENCIES + 1));
    expect(await rows.count()).toBeLessThan(80);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
    ).toEqual([]);
    expect(watched.complaints).toEqual([]);
    await page.close();
  });

  test('is searched while it is typed, which the address then tells', async () => {
    const { page } = await openList();
    await page.getByRole('textbox', { name: '在列表中查找' }).fill('第0777');
    const rows = page.locator('.windowed tbody tr:not(.gap)');
    await expect.poll(() => rows.count()).toBe(10);
    await page.waitForURL((url) => url.searchParams.get('find') === '第0777');
    await page.reload();
    await expect.poll(() => rows.count(), { timeout: 60_000 }).toBe(10);
    await page.close();
  });

  test('is saved and printed with every line', async () => {
    const { page } = await openList();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV', exact: true }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(AGENCIES + 1);
    await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('table.data tbody tr').count()).toBe(AGENCIES);
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
    await expect.poll(() => page.locator('table.data tbody tr').count()).toBeLessThan(80);
    await page.close();
  });

  test(`answers keys and clicks within ${MOST_TIME} ms, on a busy machine thrice what a short list takes`, async () => {
    const { page } = await openList();
    const box = page.getByRole('textbox', { name: '在列表中查找' });
    const long = await timesOf(page, page.locator('.windowed'), box);
    await page.goto(`${server.url}/search?region=410000`);
    await page.getByRole('link', { name: '河南第00001局' }).waitFor();
    const short = await timesOf(page, page.locator('.wide'), page.getByRole('searchbox'));
    const told = `${long.join(' ')} against ${short.join(' ')}`;
    expect(long.length, told).toBeGreaterThan(8);
    expect(middle(long), told).toBeLessThan(Math.max(MOST_TIME, 3 * middle(short)));
    await page.close();
  });
});
