import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ParserPool } from '../../../src/ingest/pool.js';
import { hostileDocuments } from './documents.js';

describe('a hostile document', () => {
  let pool: ParserPool;
  beforeAll(() => void (pool = new ParserPool()));
  afterAll(() => pool.close());

  it('is one of at least sixty', () => {
    expect(hostileDocuments.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostileDocuments)('%s costs its own result alone', async (_, make, code) => {
    const bytes = make();
    const started = performance.now();
    await expect(pool.read(bytes, 'hostile')).rejects.toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(20_500);
  });

  it('leaves the main thread free while it is read', async () => {
    const nested = Buffer.from('<div>'.repeat(100_000));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    await pool.read(nested, 'warm').catch(() => undefined);
    delay.enable();
    await expect(pool.read(nested, 'nested.html')).rejects.toMatchObject({
      code: 'NESTING_TOO_DEEP',
    });
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(1_000);
  });

  it('does not keep the next report from being read', async () => {
    const name = 'test/fixtures/corpus/docs/real-zhoukou-psb-2024.txt';
    const form = await pool.read(readFileSync(name), name);
    expect(form.agency).toBe('周口市公安局');
  });
});
