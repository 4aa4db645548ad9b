import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from './start.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.app.close());

const metrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();

test('requests are counted by the pattern of their route, never by what they ask for', async () => {
  await fetch(`${server.url}/reports/周口市公安局/source`);
  await fetch(`${server.url}/nothing/secret-token`, {
    headers: { authorization: 'Bearer secret-token' },
  });
  await server.post({ query: '{ sectors { code } }' });
  const text = await metrics();
  expect(text).toContain(
    'nianbao_http_requests_total{route="/reports/:id/source",method="GET",status="404"} 1',
  );
  expect(text).toContain(
    'nianbao_http_requests_total{route="unknown",method="GET",status="404"} 1',
  );
  expect(text).toMatch(/requests_total\{route="\/graphql",method="POST",status="200"\} 1/);
  expect(text).toMatch(/request_seconds_count\{route="\/graphql"\} 1/);
  expect(text).not.toMatch(/周口|secret|%E5/);
});

test('the process and what is under way are measured, in the format of Prometheus', async () => {
  const response = await fetch(`${server.url}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  expect(text).toMatch(/^nianbao_http_requests_under_way 1$/m);
  expect(text).toMatch(/^nianbao_process_resident_memory_bytes \d+$/m);
});
