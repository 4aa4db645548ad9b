import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ingest, readPage } from '../../src/ingest/ingest.js';
import type { Page } from '../../src/ingest/page.js';
import { passageOf } from '../../src/ingest/passage.js';

const docs = new URL('../fixtures/corpus/docs/', import.meta.url);
const files = [
  'gen05__html-word__thousands.html',
  'real-zhoukou-psb-2024.txt',
  ...['docx', 'xlsx', 'pdf'].flatMap((ext) => firstOf(ext)),
];

function firstOf(ext: string): string[] {
  const lines = readFileSync(new URL('../../versions.txt', docs), 'utf8').split('\n');
  const name = lines.map((line) => line.split(' ')[0] ?? '').find((n) => n.endsWith(`.${ext}`));
  if (name === undefined) throw new Error(`no sample ends in ${ext}`);
  return [name];
}

it.each(files)('%s: every cell with a place is found there, with what it prints', async (name) => {
  const bytes = readFileSync(new URL(name, docs));
  const { cells } = await ingest(bytes, name);
  const page = await readPage(bytes);
  const placed = cells.filter((cell) => cell.locator !== null);
  expect(placed.length).toBeGreaterThan(100);
  for (const { locator, raw } of placed) {
    const found = passageOf(page, locator!)?.cells.filter(({ sought }) => sought);
    expect(found).toHaveLength(1);
    expect(found![0]!.text.replace(/\s/g, '')).toContain((raw ?? '').replace(/\s/g, ''));
  }
});

it('a place that is not there is null', async () => {
  const page = await readPage(readFileSync(new URL(files[0]!, docs)));
  expect(passageOf(page, 'table 90 row 1 column 1')).toBeNull();
});

it('of a long table the first rows and those near the place are given', () => {
  const cells = Array.from({ length: 500 }, (_, row) => ({
    ...{ text: `${row}`, row, column: 0, rowSpan: 1, columnSpan: 1 },
    locator: `table 1 row ${row + 1} column 1`,
  }));
  const grid = { kind: 'grid', cells, rows: 500, columns: 1 } as const;
  const page: Page = {
    blocks: [{ ...grid, columnsKnown: true, rowsKnown: true }],
    hints: { titles: [], meta: {}, links: [] },
    notes: [],
  };
  const passage = passageOf(page, 'table 1 row 301 column 1');
  expect(passage?.rows).toBe(4 + 61);
  expect(passage?.cells.map(({ text }) => text).slice(0, 5)).toEqual(['0', '1', '2', '3', '270']);
  expect(passage?.cells.find(({ sought }) => sought)).toMatchObject({ text: '300', row: 34 });
});
