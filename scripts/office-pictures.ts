/** Pictures of the pages of an office and of who hands in, at two widths into docs/images, over the sample province. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createAccount } from '../src/accounts/create-account.js';
import type { Database } from '../src/entities/database.js';
import type { Role } from '../src/entities/vocabulary.js';
import { changeRoster } from '../src/filing/roster/change-roster.js';
import { loadSamples } from '../src/filing/samples/load-samples.js';
import { createLonelyDatabase } from '../test/support/database.js';
import { startConsole } from '../test/console/sample-server.js';
import { openBrowser } from '../test/support/browser.js';

const CITY = '990100';
const YEAR = 2024;
const PASSWORD = 'correct horse battery';
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const widths = { wide: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

async function person(
  database: Database,
  name: string,
  roles: readonly (readonly [Role, string | null])[],
): Promise<void> {
  const made = await createAccount(
    database,
    { name, displayName: name, password: PASSWORD, identity: null, mustChangePassword: false },
    { author: 'pictures', actor: { accountId: null, address: null } },
  );
  if (made.kind !== 'CREATED') throw new Error(made.kind);
  for (const [role, agency] of roles) {
    await database.query(
      'insert into role_grant (account_id, role, region_code, agency_id) values ($1, $2, $3, $4)',
      [made.accountId, role, agency === null ? CITY : null, agency],
    );
  }
}

async function fill(database: Database): Promise<void> {
  await loadSamples(database);
  const key = { region: CITY, year: YEAR };
  await changeRoster(database, { key, source: 'AGENCIES', calendar: {}, by: '市政务公开办' });
  const [own] = await database.query<{ id: string }>(
    `select agency.id from agency join report on report.agency_id = agency.id
     where agency.prefecture_code = $1 and report.year = $2 and agency.kind = 'DEPARTMENT' order by agency.id limit 1`,
    [CITY, YEAR],
  );
  await person(database, 'reviewer', [
    ['REVIEWER', null],
    ['ADMIN', null],
  ]);
  await person(database, 'clerk', [['SUBMITTER', own!.id]]);
}

const pages = [
  ['office', 'reviewer', `/office?region=${CITY}&year=${YEAR}`],
  ['adding-up', 'reviewer', `/office?region=${CITY}&year=${YEAR}&tab=adding`],
  ['accounts', 'reviewer', `/office?region=${CITY}&year=${YEAR}&tab=accounts`],
  ['hand-in', 'clerk', '/hand-in'],
  ['fill-in', 'clerk', `/fill-in?year=${YEAR + 1}`],
] as const;

async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('账号').fill(name);
  await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}

const server = await startConsole(fill, createLonelyDatabase);
const browser = await openBrowser();
try {
  mkdirSync(folder, { recursive: true });
  for (const [name, who, path] of pages) {
    for (const [width, viewport] of Object.entries(widths)) {
      const page = await browser.newPage({ viewport });
      await signIn(page, server.url, who);
      await page.goto(`${server.url}${path}`);
      await page.locator('h1').waitFor();
      await page.waitForSelector('.waiting', { state: 'detached' });
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
