/** Opens the playground in a real browser and runs its examples, as a person would. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const TABS = 6;

/** Path of a Chromium on this machine; undefined where there is none. */
export function findBrowser() {
  const paths = names.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim());
  return paths.find((path) => path !== '');
}

/** Presses the button as soon as the editor shows the operation `name`, and resolves with its answer. */
async function execute(page, name) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('.graphiql-execute-button').click();
  const answer = await answered;
  assert.equal(answer.request().postDataJSON().operationName, name);
  return answer;
}

/** Runs the query of each tab; every answer must have data and no error. */
async function runTabs(page) {
  const tabs = page.locator('.graphiql-tab-button');
  await page
    .locator('.graphiql-tab')
    .nth(TABS - 1)
    .waitFor();
  assert.equal(await tabs.count(), TABS);
  for (let tab = 0; tab < TABS; tab += 1) {
    await tabs.nth(tab).click();
    const hasText = await tabs.nth(tab).innerText();
    await page.locator('.graphiql-query-editor .view-lines', { hasText }).waitFor();
    const answer = await execute(page, hasText);
    const { data, errors } = await answer.json();
    assert.equal(errors, undefined);
    assert.ok(data);
    await page.locator('.result-window', { hasText: '"data"' }).waitFor();
  }
}

/**
 * Checks the playground at `address` in the browser at `executablePath`: its examples
 * are answered, it asks no other host, and its own policy refuses it nothing. Returns the requests made.
 */
export async function checkPlayground(address, executablePath) {
  // Chromium refuses its sandbox to root, as builds in containers have it.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    const requests = [];
    const complaints = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${address}/graphql`);
    await runTabs(page);
    const own = (url) => url.startsWith(`${address}/`) || /^(data|blob):/.test(url);
    assert.deepEqual(
      requests.filter((url) => !own(url)),
      [],
    );
    assert.deepEqual(complaints, []);
    return requests.length;
  } finally {
    await browser.close();
  }
}
