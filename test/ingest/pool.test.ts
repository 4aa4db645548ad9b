import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { ParserPool } from '../../src/ingest/pool.js';

const docs = new URL('../fixtures/corpus/docs/', import.meta.url);
const report = readFileSync(new URL('bad01-rowTotal__html-plain.html', docs));
/** Takes parse5 some seconds: every paragraph rebuilds hundreds of open elements. */
const slow = Buffer.from(
  `<p>${Array.from({ length: 400 }, (_, i) => `<b class=c${i}>`).join('')}${'<p>文'.repeat(60_000)}`,
);

describe('reading in worker threads', () => {
  const pool = new ParserPool({ size: 1, heapMb: 128 });
  afterAll(() => pool.close());

  it('yields the same form as reading here', async () => {
    const form = await pool.read(report, 'a.html');
    expect(form).toMatchObject({ agency: '东辰市自然资源和规划局', year: 2023 });
  });

  it('passes refusals on with their code and sentence', async () => {
    await expect(pool.read(Buffer.alloc(0), 'empty')).rejects.toMatchObject({
      name: 'IngestError',
      code: 'EMPTY_FILE',
    });
  });

  it('ends what takes too long, and goes on with a new worker', async () => {
    await expect(pool.read(slow, 'slow.html', { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'PARSE_TIMEOUT',
    });
    expect((await pool.read(report, 'a.html')).year).toBe(2023);
  });

  it('ends what takes too much memory, and goes on with a new worker', async () => {
    await expect(pool.read(slow, 'large.html', { timeoutMs: 60_000 })).rejects.toMatchObject({
      code: 'PARSE_MEMORY',
    });
    expect((await pool.read(report, 'a.html')).year).toBe(2023);
  });

  it('answers each of many files, more than it has workers', async () => {
    const forms = await Promise.all(Array.from({ length: 6 }, () => pool.read(report, 'a.html')));
    expect(forms.map((f) => f.year)).toEqual(Array(6).fill(2023));
  });

  it('refuses files when it is closed', async () => {
    const closed = new ParserPool();
    const waiting = expect(closed.read(report, 'a.html')).rejects.toThrow('closed');
    await closed.close();
    await waiting;
    await expect(closed.read(report, 'a.html')).rejects.toThrow('closed');
  });
});
