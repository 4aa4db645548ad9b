import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/ingest/page.js';
import { plainCharacter } from '../../../src/ingest/read/pdf/radicals.js';
import { readPdf } from '../../../src/ingest/read/pdf.js';

const sample = (name: string) => readFileSync(`test/fixtures/corpus/docs/${name}.pdf`);
const grids = async (name: string): Promise<Grid[]> =>
  (await readPdf(sample(name))).blocks.flatMap((b) => (b.kind === 'grid' ? [b] : []));
const rowOf = (grid: Grid, label: string): string[] => {
  const head = grid.cells.find((c) => c.text.replaceAll(/\s/g, '') === label);
  return grid.cells.filter((c) => c.row === head?.row && c.column > head.column).map((c) => c.text);
};

describe('a PDF', () => {
  it('made with a word processor gives tables of 14×4, 26×10 and 4×15 cells over its page breaks', async () => {
    const tables = await grids('real-hongze-2023');
    expect(tables.map((g) => [g.rows, g.columns])).toEqual([
      [14, 4],
      [26, 10],
      [4, 15],
    ]);
    expect(rowOf(tables[0]!, '行政处罚')).toEqual(['4119']);
    expect(rowOf(tables[1]!, '（七）总计')).toEqual(['21', '0', '0', '0', '0', '0', '21']);
    expect(tables[2]!.cells.filter((c) => c.row === 3).map((c) => Number(c.text))).toEqual([
      10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0,
    ]);
  });

  it('leads every cell back to its page and box', async () => {
    const [, table] = await grids('real-hongze-2024');
    const cell = table!.cells.find((c) => c.text === '31');
    expect(cell?.locator).toMatch(/^page 3 box \d+,\d+,\d+,\d+$/);
  });

  it('keeps a table that breaks between its head and its only row apart from it', async () => {
    const [table] = await grids('zhangpu-zj-2024__pdf-chrome');
    expect(rowOf(table!, '行政事业性收费')).toEqual(['0']);
  });

  it('prints no page numbers among its text', async () => {
    const page = await readPdf(sample('real-hongze-2024'));
    const texts = page.blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : []));
    expect(texts.filter((t) => /^[-—\s\d]*$/.test(t))).toEqual([]);
    expect(texts).toContain('六、其他需要报告的事项');
  });

  it('damaged or empty is refused with a code', async () => {
    await expect(readPdf(Buffer.from('%PDF-1.7\nnothing'))).rejects.toMatchObject({
      code: 'CORRUPT_FILE',
    });
  });

  it('shows radicals as the characters they look like', () => {
    expect(['⼆', '⾏', '⻓', '⺠', '⻔', '二'].map(plainCharacter).join('')).toBe('二行长民门二');
  });
});
