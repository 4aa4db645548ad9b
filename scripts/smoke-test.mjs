/**
 * Asks the built server what a newcomer would: the figures of one real report over HTTP, and, where
 * there is a Chromium, every example of the playground in a browser.
 */
import assert from 'node:assert/strict';
import { findBrowser, withPage } from './browser.mjs';
import { ask, withServer } from './smoke.mjs';

const question = `{
  agencies(filter: { search: "周口市公安局" }, first: 1) {
    nodes {
      report(year: 2024) {
        requests { completed { total } outcomesByCategory { category counts { total } } }
      }
    }
  }
}`;

async function checkAnswer(address) {
  const { agencies } = await ask(address, question);
  const { completed, outcomesByCategory } = agencies.nodes[0].report.requests;
  assert.equal(completed.total, 30);
  const counts = outcomesByCategory.map(({ category, counts: { total } }) => [category, total]);
  assert.deepEqual(Object.fromEntries(counts), {
    GRANTED: 1,
    PARTIALLY_GRANTED: 0,
    REFUSED: 0,
    UNABLE_TO_PROVIDE: 29,
    NOT_PROCESSED: 0,
    OTHER_DISPOSITION: 0,
  });
  console.log('smoke test: the server answers with the figures of the report');
}

/** Records what the page fetches, and the bodies of the answers to its queries. */
function watch(page) {
  const seen = { addresses: [], answers: [], refusals: [] };
  page.on('Network.requestWillBeSent', ({ request }) => seen.addresses.push(request.url));
  page.on('Log.entryAdded', ({ entry }) => seen.refusals.push(entry.text));
  const asked = new Set();
  page.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (type === 'Fetch' && new URL(response.url).pathname === '/graphql') asked.add(requestId);
  });
  page.on('Network.loadingFinished', async ({ requestId }) => {
    if (!asked.has(requestId)) return;
    const { body } = await page.send('Network.getResponseBody', { requestId });
    seen.answers.push(JSON.parse(body));
  });
  return seen;
}

/** Runs the query of each tab as a person would, and returns the answers. */
async function runTabs(page, seen) {
  await page.until("document.querySelectorAll('.graphiql-tab').length === 6");
  for (let tab = 0; tab < 6; tab += 1) {
    await page.evaluate(`document.querySelectorAll('.graphiql-tab-button')[${tab}].click()`);
    const before = seen.answers.length;
    await page.evaluate("document.querySelector('.graphiql-execute-button').click()");
    for (let waited = 0; seen.answers.length === before; waited += 50) {
      assert.ok(waited < 20_000, `tab ${tab + 1} was not answered`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await page.until("document.querySelector('.result-window')?.textContent.includes('data')");
  }
}

async function checkPlayground(address, browser) {
  await withPage(browser, async (page) => {
    const seen = watch(page);
    await page.send('Page.navigate', { url: `${address}/` });
    await runTabs(page, seen);
    for (const answer of seen.answers) assert.equal(answer.errors, undefined);
    const elsewhere = seen.addresses.filter(
      (url) => !/^(data|blob):/.test(url) && !url.startsWith(`${address}/`),
    );
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(seen.refusals, []);
    console.log(
      `smoke test: the playground answers its six examples, ${seen.addresses.length} requests, none elsewhere`,
    );
  });
}

await withServer(async (address) => {
  await checkAnswer(address);
  const browser = findBrowser();
  if (browser) await checkPlayground(address, browser);
  else console.log('smoke test: no Chromium here, the playground was not opened');
});
