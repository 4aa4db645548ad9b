import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from 'graphql';
import { importDocument } from '../src/filing/import-document.js';
import { ingest } from '../src/ingest/ingest.js';
import { findOrCreateAgency } from '../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../src/registry/seed-registry.js';
import { buildApiSchema } from '../src/resolvers/build.js';
import { createContext } from '../src/schema/context.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

const readme = readFileSync('README.md', 'utf8');
const chinese = readFileSync('README.zh-CN.md', 'utf8');
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map((m) => m[1] ?? '');

const DOCUMENTS = [
  'real-zhoukou-psb-2024.txt',
  'bad01-rowTotal__html-plain.html',
  'gen05__md-md.md',
];

describe('the README', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
    await seedRegistry(db.database);
    for (const name of DOCUMENTS) {
      const bytes = readFileSync(`test/fixtures/corpus/docs/${name}`);
      const options = { read: ingest, status: 'PUBLISHED', createAgencies: true } as const;
      const registry = { findOrCreateAgency };
      const outcome = await importDocument(db.database, registry, bytes, name, null, options);
      expect(outcome.kind).toBe('CREATED');
    }
  });
  afterAll(() => db.drop());

  it('asks a first question whose answer it prints', async () => {
    const [query = ''] = blocks(readme, 'graphql');
    const [answer = ''] = blocks(readme, 'json');
    const result = await graphql({
      schema: await buildApiSchema(),
      source: query,
      contextValue: createContext(db.database, { requestId: 'readme' }),
    });
    expect(result.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({
      totals: { nodes: [JSON.parse(answer)] },
    });
    expect(blocks(chinese, 'graphql')).toEqual([query]);
  });

  it('shows plain SQL that an analyst can run', async () => {
    const [years = '', notHeld = '', broken = ''] = blocks(readme, 'sql');
    expect(await db.database.query(years)).toEqual([
      { year: 2024, received: '32', completed: '30', reports: '1' },
    ]);
    expect(await db.database.query(notHeld)).toContainEqual({
      name: '周口市公安局',
      year: 2024,
      not_held: '29',
    });
    expect(await db.database.query(broken)).toEqual([
      {
        name: '东辰市自然资源和规划局',
        year: 2023,
        row: 'PARTIALLY_GRANTED',
        printed: '53',
        added_up: '51',
      },
    ]);
  });

  it('gives the same command lines in both languages', () => {
    expect(blocks(chinese, 'sh')).toEqual(blocks(readme, 'sh'));
    const commands = (text: string) =>
      [...text.matchAll(/^\| `(nianbao [^`]*)`/gm)].map((m) => m[1]);
    expect(commands(chinese)).toEqual(commands(readme));
    expect(commands(readme)).toHaveLength(25);
  });
});
