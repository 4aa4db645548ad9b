import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../src/format/form.js';
import { ingest } from '../../../src/ingest/ingest.js';
import type { Grid } from '../../../src/ingest/page.js';
import { plainCharacter } from '../../../src/ingest/read/pdf/radicals.js';
import { readPdf } from '../../../src/ingest/read/pdf.js';
import { diceFrom } from '../../support/render/dice.js';
import { asPdf, asPdfInTwoColumns } from '../../support/render/pdf-layouts.js';
import { addressesOf } from '../../support/render/printed.js';
import { drawReport } from '../../support/render/report.js';

/** A report of nought but for what is stated here. */
const FIGURES = new Map(
  (['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'] as const)
    .flatMap((table) => addressesOf('E2021', table))
    .map((address): [string, string] => [addressKey(address), '0']),
);
for (const [key, value] of Object.entries({
  'REQUESTS/received/naturalPerson': '7',
  'REQUESTS/received/otherOrganization': '1',
  'REQUESTS/received/total': '8',
  'REQUESTS/UNCLEAR_AFTER_CORRECTION/naturalPerson': '2',
  'REQUESTS/UNCLEAR_AFTER_CORRECTION/total': '2',
  'REQUESTS/CORRECTION_OVERDUE/otherOrganization': '1',
  'REQUESTS/CORRECTION_OVERDUE/total': '1',
  'ACTIVE_DISCLOSURE/normativeDocuments/issued': '3',
  'ACTIVE_DISCLOSURE/normativeDocuments/repealed': '1',
  'ACTIVE_DISCLOSURE/normativeDocuments/inForce': '40',
  'ACTIVE_DISCLOSURE/administrativeFeesWan/': '38.441094',
  'APPEALS/litigationDirect/upheld': '1',
  'APPEALS/litigationDirect/otherResult': '2',
  'APPEALS/litigationDirect/total': '3',
})) {
  FIGURES.set(key, value);
}

const sample = (name: string) => readFileSync(`test/fixtures/corpus/docs/${name}.pdf`);
const grids = async (name: string): Promise<Grid[]> =>
  (await readPdf(sample(name))).blocks.flatMap((b) => (b.kind === 'grid' ? [b] : []));
const rowOf = (grid: Grid, label: string): string[] => {
  const head = grid.cells.find((c) => c.text.replaceAll(/\s/g, '') === label);
  return grid.cells.filter((c) => c.row === head?.row && c.column > head.column).map((c) => c.text);
};

const WHOLE = {
  padding: 3,
  rules: 'all',
  cutsRows: false,
  headsAgain: false,
  pageNumber: null,
  running: null,
  rotate: 0,
  turned: false,
  filledLines: false,
  figures: 'centre',
  overflows: false,
} as const;

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

  it.each([
    ['with all ruling lines', { rules: 'all' }],
    ['with lines below its rows alone', { rules: 'horizontal' }],
    ['without lines', { rules: 'none' }],
    ['lying on a page that is turned for the reader', { rules: 'all', turned: true }],
    ['on a page that is shown upside down', { rules: 'none', rotate: 180 }],
    ['of which page breaks cut the rows', { rules: 'all', leading: 22, cutsRows: true }],
    ['with its heads printed again on each page', { rules: 'all', leading: 22, headsAgain: true }],
  ] as const)('%s gives the rows of the form', async (_, layout) => {
    const report = drawReport('E2021', 2024, FIGURES);
    const set = { size: 9, margin: 60, padding: 3, leading: 12, rotate: 0, turned: false } as const;
    const bytes = asPdf(report, diceFrom(1), { ...set, ...layout });
    const { cells } = await ingest(bytes, 'a.pdf');
    const values = (row: string) => cells.filter((c) => c.row === row).map((c) => c.value);
    expect(values('received')).toEqual(['7', '0', '0', '0', '0', '1', '8']);
    expect(values('UNCLEAR_AFTER_CORRECTION')).toEqual(['2', '0', '0', '0', '0', '0', '2']);
    expect(values('CORRECTION_OVERDUE')).toEqual(['0', '0', '0', '0', '0', '1', '1']);
    expect(values('normativeDocuments')).toEqual(['3', '1', '40']);
    expect(values('administrativeFeesWan')).toEqual(['38.441094']);
    expect(values('litigationDirect')).toEqual(['1', '0', '2', '0', '3']);
  });

  it('in two columns is read down the left one, then down the right one', async () => {
    const report = drawReport('E2021', 2024, FIGURES);
    const layout = { ...WHOLE, size: 7, margin: 30, leading: 9, width: 480, height: 680 };
    const bytes = asPdfInTwoColumns(report, diceFrom(1), layout);
    const { cells, findings } = await ingest(bytes, 'a.pdf');
    const values = (row: string) => cells.filter((c) => c.row === row).map((c) => c.value);
    expect(values('normativeDocuments')).toEqual(['3', '1', '40']);
    expect(values('received')).toEqual(['7', '0', '0', '0', '0', '1', '8']);
    expect(values('UNCLEAR_AFTER_CORRECTION')).toEqual(['2', '0', '0', '0', '0', '0', '2']);
    expect(values('litigationDirect')).toEqual(['1', '0', '2', '0', '3']);
    expect(findings).toEqual([]);
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
