/**
 * Asks the built server what a newcomer would: the figures of one real report over HTTP, and, where
 * there is a Chromium, every example of the playground in a browser.
 */
import assert from 'node:assert/strict';
import { checkPlayground, findBrowser } from './playground-check.mjs';
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

await withServer(async (address) => {
  await checkAnswer(address);
  const browser = findBrowser();
  if (browser) {
    const requests = await checkPlayground(address, browser);
    console.log(
      `smoke test: the playground answers its examples (${requests} requests, none elsewhere)`,
    );
  } else {
    console.log('smoke test: no Chromium here, the playground was not opened');
  }
});
