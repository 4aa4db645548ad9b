import { expect, test } from 'vitest';
import { RateLimit } from '../../src/server/rate-limit.js';
import { codesOf, startServer } from './start.js';

test('a client may spend ten seconds at once, then so many a second as are allowed', () => {
  let now = 0;
  const limit = new RateLimit(2, () => now);
  const taken = () => Array.from({ length: 30 }, () => limit.take('a')).filter(Boolean).length;
  expect(taken()).toBe(20);
  now += 1_000;
  expect(taken()).toBe(2);
  expect(limit.take('b')).toBe(true);
  now += 3_600_000;
  expect(taken()).toBe(20);
});

test('requests of one client beyond the limit are answered 429, health never', async () => {
  const server = await startServer({}, { RATE_LIMIT: '1' });
  const query = { query: '{ __typename }' };
  const statuses: number[] = [];
  for (let i = 0; i < 12; i += 1) statuses.push((await server.post(query)).status);
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(statuses.at(-1)).toBe(429);
  const refused = await server.post(query);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await codesOf(refused)).toEqual(['RATE_LIMITED']);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.app.close();
});
