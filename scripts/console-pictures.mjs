/**
 * `npm run console:pictures [ADDRESS]`: pictures of every page of the console at two widths into docs/images, of the
 * server at ADDRESS or of one that it starts from dist/.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './playground-check.mjs';
import { ask, withServer } from './smoke.mjs';

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const widths = { wide: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

const question = `{
  reports(filter: { regions: ["990000"], years: [2024], withFindings: [ERROR] }, first: 1) {
    nodes { id agency { id } findings(severities: [ERROR]) { cells { table row column } } }
  }
  published: reports(filter: { regions: ["320000"], years: [2024], scopes: [REGION_CONSOLIDATED] }, first: 1) {
    nodes { id }
  }
}`;

/** The address of each page, by the name of its picture. */
async function pagesOf(address) {
  const { reports, published } = await ask(address, question);
  const [{ id, agency, findings }] = reports.nodes;
  const { table, row, column } = findings[0].cells[0];
  const share = 'metric=OUTCOME_GRANTED&per=REQUESTS_COMPLETED';
  return {
    overview: '/?region=990000',
    report: `/report/${id}?cell=${table}/${row}/${column}`,
    agency: `/agency/${agency.id}`,
    search: '/search?q=公安局',
    compare: `/compare?items=r.990100,r.990200,a.${agency.id}&${share}`,
    rules: '/rules?region=990000',
    'sign-in': '/sign-in',
    original: `/report/${published.nodes[0].id}?cell=REQUESTS/received/total`,
  };
}

async function takePictures(address) {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium here, no pictures were taken');
  // Chromium refuses its sandbox to root, as builds in containers have it.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  mkdirSync(folder, { recursive: true });
  try {
    for (const [name, path] of Object.entries(await pagesOf(address))) {
      for (const [width, viewport] of Object.entries(widths)) {
        const page = await browser.newPage({ viewport });
        await page.goto(`${address}${path}`);
        await page.locator('h1').waitFor();
        await page.waitForFunction(() => document.querySelector('.waiting') === null);
        await page.waitForLoadState('networkidle');
        if (name === 'original') await page.waitForSelector('canvas:not([data-drawn=""])');
        await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}

const [given] = process.argv.slice(2);
await (given ? takePictures(given) : withServer(takePictures));
