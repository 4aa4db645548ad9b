import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '../../src/accounts/create-account.js';
import type { Database } from '../../src/entities/database.js';
import { browserPath, oldBrowserRuns, openOldBrowser, watch } from '../support/browser.js';
import { storeSmallCountry } from '../support/small-country.js';
import { startConsole, type SampleServer } from './sample-server.js';

const CITY = '411600';
const YEAR = 2024;
const PASSWORD = 'correct horse battery';

let server: SampleServer;
/** The office, too, works in a Chromium of four years ago. */
let browser: Browser;
let close: () => Promise<void>;

async function fill(database: Database): Promise<void> {
  await storeSmallCountry(database);
  const made = await createAccount(
    database,
    {
      ...{ name: 'reviewer', displayName: 'reviewer', password: PASSWORD },
      ...{ identity: null, mustChangePassword: false },
    },
    { author: 'test', actor: { accountId: null, address: null } },
  );
  if (made.kind !== 'CREATED') throw new Error(made.kind);
  await database.query(
    'insert into role_grant (account_id, role, region_code) values ($1, $2, $3)',
    [made.accountId, 'REVIEWER', CITY],
  );
}

describe.skipIf(browserPath === undefined || !oldBrowserRuns)(
  'a consolidation in a browser',
  () => {
    beforeAll(async () => {
      server = await startConsole(fill);
      ({ browser, close } = await openOldBrowser());
    }, 120_000);
    afterAll(async () => {
      await close();
      await server.close();
    });

    test('stands beside what the government published, and each sum opens its parts', async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const watched = watch(page);
      await page.goto(`${server.url}/sign-in?to=office`);
      await page.getByLabel('账号').fill('reviewer');
      await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('button', { name: '退出' }).waitFor();
      await page.goto(`${server.url}/office?region=${CITY}&year=${YEAR}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(`${server.url}/hand-in`);
      await page.getByRole('button', { name: '选择文件' }).waitFor();
      await page.goto(`${server.url}/office?tab=adding&region=${CITY}&year=${YEAR}`);
      const { consolidation } = await server.ask(
        `{ consolidation(region: "${CITY}", year: ${YEAR}) { coverage { reports }
           differences { label computed published }
           contributions(table: REQUESTS, row: "received", column: "total") { totalCount } } }`,
      );
      expect(consolidation.differences.length).toBeGreaterThan(0);
      const table = page.getByRole('table', {
        name: `${consolidation.differences.length} 个单元格与汇总数不一致`,
      });
      await table.waitFor();
      const lines = await table
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row: any) => [...row.cells].map((cell: any) => cell.textContent)),
        );
      expect(lines.map(([, computed, published]) => [computed, published])).toEqual(
        consolidation.differences.map(({ computed, published }: any) => [computed, published]),
      );
      await table.getByRole('button').first().click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('table').waitFor();
      const given = await drawer.locator('tbody tr td:nth-child(3)').allInnerTexts();
      const sum = given.reduce((all, text) => all + (Number(text.replace(/\s/g, '')) || 0), 0);
      expect(String(sum)).toBe(consolidation.differences[0].computed);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
      const grave = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(grave.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      expect(watched.complaints).toEqual([]);
      await page.close();
    }, 120_000);
  },
);
