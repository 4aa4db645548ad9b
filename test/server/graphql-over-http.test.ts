import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from './start.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.app.close());

test('the audits of GraphQL over HTTP find no error and no warning, only the three notices', async () => {
  const audits = serverAudits({ url: `${server.url}/graphql`, fetchFn: fetch });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  const found = results.filter(({ status }) => status !== 'ok');
  expect(results).toHaveLength(61);
  // Plain GETs without a preflight header are refused: another site could send them unseen.
  expect(found.map(({ id, status }) => `${id} ${status}`).sort()).toEqual([
    '5A70 notice',
    '6A70 notice',
    'D6D5 notice',
  ]);
});
