import { afterEach, describe, expect, test } from 'vitest';
import { prepareDatabase } from '../../src/server/prepare.js';
import { Readiness } from '../../src/server/readiness.js';
import { codesOf, startServer, type RunningServer } from './start.js';

let server: RunningServer | null = null;
afterEach(async () => {
  await server?.app.close();
  server = null;
});

describe('while the database is being prepared', () => {
  test('the server says so and refuses questions to it, but answers those about the schema', async () => {
    const readiness = new Readiness();
    readiness.preparing('the sample data are being loaded');
    server = await startServer({ readiness });
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ reason: 'the sample data are being loaded' });
    const refused = await server.post({ query: '{ sectors { code } }' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await codesOf(refused)).toEqual(['DATABASE_UNAVAILABLE']);
    expect((await server.post({ query: '{ __typename }' })).status).toBe(200);
    expect((await server.post({ query: '{ __schema { types { name } } }' })).status).toBe(200);
    expect((await server.post({ query: '{' })).status).toBe(400);
    readiness.opened(() => Promise.resolve());
    expect((await server.post({ query: '{ sectors { code } }' })).status).toBe(200);
  });

  test('a database that is away is waited for, and the steps go on where they stopped', async () => {
    server = await startServer();
    const readiness = new Readiness();
    const ran: string[] = [];
    let attempts = 0;
    let away = 0;
    await prepareDatabase({
      steps: [
        { saying: 'opening', run: () => Promise.resolve(ran.push('open')) },
        {
          saying: 'migrating',
          run: () => {
            attempts += 1;
            return attempts < 3 ? Promise.reject(new Error('away')) : Promise.resolve();
          },
        },
        { saying: 'seeding', run: () => Promise.resolve(ran.push('seed')) },
      ],
      readiness,
      passes: () => true,
      log: server.app.log,
      onAway: () => (away += 1),
    });
    expect(ran).toEqual(['open', 'seed']);
    expect({ attempts, away }).toEqual({ attempts: 3, away: 2 });
  });

  test('a fault that needs a person ends the preparation', async () => {
    server = await startServer();
    const preparation = prepareDatabase({
      steps: [{ saying: 'migrating', run: () => Promise.reject(new Error('newer schema')) }],
      readiness: new Readiness(),
      passes: () => false,
      log: server.app.log,
      onAway: () => undefined,
    });
    await expect(preparation).rejects.toThrow('newer schema');
  });
});
