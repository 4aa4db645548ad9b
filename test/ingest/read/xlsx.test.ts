import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/ingest/page.js';
import { readXlsx } from '../../../src/ingest/read/xlsx.js';
import { addressKey } from '../../../src/format/form.js';
import { ingest } from '../../../src/ingest/ingest.js';
import { xlsx } from '../../support/office.js';
import { diceFrom } from '../../support/render/dice.js';
import { figuresOf, printedFigures } from '../../support/render/figures.js';
import { drawReport } from '../../support/render/report.js';
import { asXlsx } from '../../support/render/xlsx-layouts.js';

const firstGrid = async (bytes: Buffer): Promise<Grid> => {
  const page = await readXlsx(bytes);
  return page.blocks.find((b) => b.kind === 'grid') as Grid;
};

describe('a workbook', () => {
  it('reads shared, rich, inline and phonetic strings, numbers and stored results of formulas', async () => {
    const grid = await firstGrid(
      xlsx(
        [
          {
            name: '表',
            rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>规章</t></is></c><c r="D1"><v>12</v></c><c r="E1"><f>D1*2</f><v>24</v></c><c r="F1" t="str"><f>D1&amp;"件"</f><v>12件</v></c></row>',
          },
        ],
        [
          '<t>行政许可</t>',
          '<r><t>行政</t></r><r><t>处罚</t></r><rPh sb="0" eb="1"><t>xing</t></rPh>',
        ],
      ),
    );
    expect(grid.cells.map((c) => c.text)).toEqual([
      '行政许可',
      '行政处罚',
      '规章',
      '12',
      '24',
      '12件',
    ]);
    expect(grid.cells.map((c) => c.locator)).toContain('表!E1');
  });

  it('shows a stored double with 15 digits, as a spreadsheet does', async () => {
    const grid = await firstGrid(
      xlsx([
        {
          name: 'S',
          rows: '<row r="1"><c r="A1"><v>12313.436999999999</v></c><c r="B1"><v>1761224</v></c><c r="C1"><v>38.441094</v></c><c r="D1"><v>3.0000000000000001E-2</v></c></row>',
        },
      ]),
    );
    expect(grid.cells.map((c) => c.text)).toEqual(['12313.437', '1761224', '38.441094', '0.03']);
  });

  it('keeps a numbered row of the form without figures in its table, and a section’s heading out of it', async () => {
    const text = (at: string, words: string) =>
      `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const { blocks } = await readXlsx(
      xlsx([
        {
          name: 'S',
          rows:
            `<row r="1">${text('A1', '一、本年新收政府信息公开申请数量')}<c r="B1"><v>3</v></c></row>` +
            `<row r="2">${text('A2', '二、上年结转政府信息公开申请数量')}<c r="B2"/></row>` +
            `<row r="3">${text('A3', '四、结转下年度继续办理')}<c r="B3"/></row>` +
            `<row r="4">${text('A4', '五、存在的主要问题')}</row>`,
        },
      ]),
    );
    expect(blocks.map((b) => (b.kind === 'grid' ? b.cells.map((c) => c.text) : b.text))).toEqual([
      [
        ...['一、本年新收政府信息公开申请数量', '3'],
        ...['二、上年结转政府信息公开申请数量', ''],
        ...['四、结转下年度继续办理', ''],
      ],
      '五、存在的主要问题',
    ]);
  });

  it('keeps the extent of merged cells and drops what they cover', async () => {
    const grid = await firstGrid(
      xlsx([
        {
          name: 'S',
          rows: '<row r="2"><c r="B2" t="inlineStr"><is><t>头</t></is></c><c r="C2"><v>9</v></c></row><row r="3"><c r="B3"><v>1</v></c><c r="C3"><v>2</v></c></row>',
          merges: ['B2:C2'],
        },
      ]),
    );
    expect(grid.cells.map((c) => [c.text, c.row, c.column, c.columnSpan])).toEqual([
      ['头', 0, 0, 2],
      ['1', 1, 0, 1],
      ['2', 1, 1, 1],
    ]);
  });

  it('leaves out hidden sheets, rows and columns and says so', async () => {
    const page = await readXlsx(
      xlsx([
        {
          name: '明',
          columns: '<cols><col min="2" max="2" hidden="1"/></cols>',
          rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>4</v></c></row>',
        },
        { name: '暗', state: 'hidden', rows: '<row r="1"><c r="A1"><v>7</v></c></row>' },
      ]),
    );
    expect(page.blocks).toMatchObject([{ cells: [{ text: '1' }, { text: '3' }] }]);
    expect(page.notes.map((n) => [n.code, n.locator])).toEqual([
      ['HIDDEN_CELLS', '明!B1'],
      ['HIDDEN_CELLS', '明!A2'],
      ['HIDDEN_SHEET', '暗!A1'],
    ]);
  });

  it('notes a formula whose result was not stored', async () => {
    const page = await readXlsx(
      xlsx([
        { name: 'S', rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f></c></row>' },
      ]),
    );
    expect(page.notes.map((n) => [n.code, n.locator])).toEqual([
      ['FORMULA_WITHOUT_RESULT', 'S!B1'],
    ]);
    expect(page.blocks).toMatchObject([{ cells: [{ text: '1' }, { text: '=A1+1' }] }]);
  });

  it('of which a figure is a formula without a result has that cell unreadable, and named', async () => {
    const report = drawReport('E2021', 2024, printedFigures(figuresOf('E2021', 3)));
    const bytes = asXlsx(report, diceFrom(1), {
      sheets: 'one',
      numbers: 'formulas',
      results: 'lost in one',
      spans: 'merged',
    });
    const form = await ingest(bytes, 'a.xlsx');
    const unread = form.cells.filter((c) => c.status === 'UNREADABLE');
    expect(unread.map((c) => c.raw)).toEqual(['=SUM(A1:A2)']);
    const named = form.findings.filter((f) => f.check === 'R3').flatMap((f) => f.cells);
    expect(named.map(addressKey)).toEqual(unread.map(addressKey));
  });

  it('costs what its cells cost, not what its dimension and merges claim', async () => {
    const bytes = xlsx([
      {
        name: 'S',
        columns: '<dimension ref="A1:XFD1048576"/>',
        rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
        merges: Array.from({ length: 5_000 }, () => 'A1:XFD1048576'),
      },
    ]);
    const started = performance.now();
    expect((await firstGrid(bytes)).cells).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('refuses text beyond the bounds of a table', async () => {
    const bytes = xlsx([
      { name: 'S', rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' },
    ]);
    await expect(readXlsx(bytes)).rejects.toMatchObject({
      code: 'TABLE_TOO_LARGE',
      place: 'S!XFD1048576',
    });
  });

  it('of the sample report has its prose apart and tables of 14×4, 28×10 and 4×15 cells', async () => {
    const page = await readXlsx(readFileSync('test/fixtures/corpus/docs/bad05-forward__xlsx.xlsx'));
    expect(page.blocks.flatMap((b) => (b.kind === 'grid' ? [[b.rows, b.columns]] : []))).toEqual([
      [14, 4],
      [28, 10],
      [4, 15],
    ]);
  });
});
