import { describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/ingest/ingest-error.js';
import type { Grid, Page } from '../../../src/ingest/page.js';
import { readText } from '../../../src/ingest/read/text.js';
import { readTables } from '../../../src/ingest/tables/read-tables.js';

const pageOf = (rows: number, columns: number, text: string): Page => {
  const grid: Grid = {
    kind: 'grid',
    rows,
    columns,
    columnsKnown: true,
    rowsKnown: true,
    cells: Array.from({ length: rows * columns }, (_, i) => ({
      text,
      row: Math.floor(i / columns),
      column: i % columns,
      rowSpan: 1,
      columnSpan: 1,
      locator: `cell ${i}`,
    })),
  };
  return { blocks: [grid], hints: { titles: [], meta: {}, links: [] }, notes: [] };
};

describe('a table', () => {
  it.each([
    ['2,001 rows', 2001, 2],
    ['201 columns', 3, 201],
  ])('of %s is refused', (_, rows, columns) => {
    expect(() => readTables(pageOf(rows, columns, '1'), null)).toThrow(
      expect.objectContaining<Partial<IngestError>>({ code: 'TABLE_TOO_LARGE' }),
    );
  });

  it('of the largest size, all numbers, is read in seconds', () => {
    expect(readTables(pageOf(2000, 200, '1'), null).editions.requests).toBeNull();
  });

  it('that says one label two thousand times is read in seconds', () => {
    const lines = Array.from({ length: 2000 }, (_, i) => `3.其他\t${i}\t0\t0\t0\t0\t0\t${i}`);
    expect(readTables(readText(lines.join('\n')), 2024).cells.length).toBeGreaterThan(0);
  });
});

describe('a page without tables', () => {
  it('has none in any edition, and every cell is absent', () => {
    const reading = readTables(readText('一、总体情况\n\n2024年，共公开 12 条。'), 2024);
    expect(reading.editions).toEqual({ activeDisclosure: null, requests: null, appeals: null });
    expect(new Set(reading.cells.map((c) => c.status))).toEqual(new Set(['ABSENT']));
    expect(reading.cells).toHaveLength(6 + 4 + 175 + 15);
    expect(reading.usedBlocks.size).toBe(0);
  });

  it('takes the edition of its year', () => {
    const reading = readTables(readText('一、总体情况'), 2020);
    expect(reading.cells).toHaveLength(22 + 161 + 15);
  });
});
