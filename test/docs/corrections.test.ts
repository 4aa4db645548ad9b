import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/program.js';
import { globalId } from '../../src/schema/global-id.js';
import { data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const page = readFileSync('docs/corrections.md', 'utf8');
const chinese = readFileSync('docs/corrections.zh-CN.md', 'utf8');
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map((m) => m[1] ?? '');

/** The commands of a page, each as its words. */
const commands = blocks(page, 'sh')
  .join('')
  .trim()
  .split('\n')
  .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? ''));

describe('the page on corrections', () => {
  let db: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    vi.stubEnv('DATABASE_URL', db.url ?? '');
    folder = mkdtempSync(join(tmpdir(), 'nianbao-docs-'));
    writeFileSync(join(folder, 'scan.pdf'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    await run(['import', 'samples/reports/zhoukou-public-security-2024.txt']);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await db.drop();
  });

  const run = async (words: readonly string[]): Promise<{ status: unknown; out: string }> => {
    let out = '';
    const write = (text: string, done?: unknown): boolean => {
      out += text;
      if (typeof done === 'function') (done as () => void)();
      return true;
    };
    const spies = (['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation(write as typeof process.stdout.write),
    );
    process.exitCode = 0;
    try {
      await program(['--lang', 'EN', ...words]);
      return { status: process.exitCode, out };
    } finally {
      process.exitCode = 0;
      spies.forEach((spy) => spy.mockRestore());
    }
  };

  it('gives commands that do what it says, one after the other', { timeout: 120_000 }, async () => {
    expect(commands.length).toBeGreaterThanOrEqual(12);
    for (const [npx, name, ...words] of commands) {
      expect([npx, name]).toEqual(['npx', 'nianbao']);
      const into = words.indexOf('>');
      const given = (into < 0 ? words : words.slice(0, into)).map((word) =>
        /^(scan\.pdf|numbers\.csv)$/.test(word) ? join(folder, word) : word,
      );
      const { status, out } = await run(given);
      expect({ words, status, out }).toMatchObject({ status: 0 });
      if (into >= 0) writeFileSync(join(folder, words[into + 1]!), out.replace(/,$/gm, ',0'));
    }
    const [kept] = await db.database.query<{ n: number }>(
      'select count(*)::int as n from audit_entry',
    );
    expect(kept?.n).toBe(7);
  });

  it('gives a query that answers', async () => {
    const [query = ''] = blocks(page, 'graphql');
    const [report] = await db.database.query<{ id: string }>(
      `select r.id from report r join agency a on a.id = r.agency_id where a.name = '周口市公安局'`,
    );
    const { node } = await data(db.database, query, { id: globalId('Report', report!.id) });
    expect(node.stale).toBe(false);
    expect(node.corrections).toHaveLength(5);
    expect(node.findings.some(({ explanation }: any) => explanation?.by === '李四')).toBe(true);
  });

  it('says the same in Chinese', () => {
    for (const language of ['sh', 'graphql']) {
      expect(blocks(chinese, language)).toEqual(blocks(page, language));
    }
    const codes = (text: string) =>
      [...text.matchAll(/^\| (`[^|]*)\|/gm)].map((m) => m[1]?.match(/\w+/g));
    expect(codes(chinese)).toEqual(codes(page));
  });

  it('explains every refusal', () => {
    const files = [
      'authored',
      'correct-cell',
      'correct-identity',
      'correctable',
      'enter-report',
      'entered-form',
      'explain-finding',
      'find-report',
    ];
    const source = files.map((file) => readFileSync(`src/filing/${file}.ts`, 'utf8')).join('');
    const codes = [...source.matchAll(/refused\(\s*'([A-Z_]+)'/g)].map((m) => m[1] ?? '');
    expect(codes.length).toBeGreaterThan(12);
    for (const code of codes) expect(page).toContain(`\`${code}\``);
  });
});
