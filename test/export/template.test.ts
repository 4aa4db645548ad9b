import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { formulasOf } from '../../src/export/template/formulas.js';
import { templateXlsx } from '../../src/export/template/template-xlsx.js';
import { runChecks } from '../../src/checks/run.js';
import { addressKey } from '../../src/format/form.js';
import { ingest } from '../../src/ingest/ingest.js';
import { yearFigures } from '../support/year-report.js';

const question = {
  agency: '砚州市教育局',
  year: 2024,
  carriedOut: new Map([
    ['naturalPerson', '3'],
    ['businessEnterprise', '2'],
    ['total', '99'],
  ]),
};

const hasOffice = (): boolean => {
  try {
    execFileSync('sh', ['-c', 'command -v soffice'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const opened = async (bytes: Buffer): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return book;
};

/** Cells of the workbook by what our reader finds in them, once a number stands in each that takes one. */
const placesOf = async (bytes: Buffer): Promise<Map<string, [sheet: string, address: string]>> => {
  const book = await opened(bytes);
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if ((cell.dataValidation as unknown) !== undefined) cell.value = 1;
      }),
    ),
  );
  const form = await ingest(Buffer.from(await book.xlsx.writeBuffer()), 'template.xlsx');
  return new Map(
    form.cells.map((cell) => {
      const [, sheet = '', address = ''] = /^(.*)!([A-Z]+\d+)$/.exec(cell.locator ?? '') ?? [];
      return [addressKey(cell), [sheet.replace(/^'|'$/g, ''), address]];
    }),
  );
};

describe('the workbook that an agency fills in', () => {
  it('is read back as the form of its year, with last year’s figures carried in', async () => {
    const form = await ingest(await templateXlsx(question), 'template.xlsx');
    expect(form).toMatchObject({ agency: '砚州市教育局', year: 2024 });
    expect(form.editions).toEqual({
      activeDisclosure: 'E2021',
      requests: 'E2021',
      appeals: 'E2021',
    });
    const value = (key: string) => form.cells.find((cell) => addressKey(cell) === key)?.value;
    expect(value('REQUESTS/carriedIn/naturalPerson')).toBe('3');
    expect(value('REQUESTS/carriedIn/businessEnterprise')).toBe('2');
    // The sum is computed here, whatever last year printed.
    expect(value('REQUESTS/carriedIn/total')).toBe('5');
    expect(value('REQUESTS/received/naturalPerson')).toBeNull();
  });

  it.each([2020, 2024])(
    'of %i that nobody filled in states nothing, no sum either',
    async (year) => {
      const bytes = await templateXlsx({ ...question, year, carriedOut: new Map() });
      const form = await ingest(bytes, 'template.xlsx');
      const states = (table: string) =>
        new Set(form.cells.filter((cell) => cell.table === table).map(({ status }) => status));
      expect(states('ACTIVE_DISCLOSURE')).toEqual(new Set(['BLANK']));
      expect(states('REQUESTS')).toEqual(new Set(['BLANK']));
      // Its one row has no label: heads without a figure beneath are no table.
      expect(states('APPEALS')).toEqual(new Set(['ABSENT']));
    },
  );

  it.each([2020, 2024])(
    'of %i has every official sum as a formula, locked; all else takes numbers',
    async (year) => {
      const bytes = await templateXlsx({ ...question, year });
      const places = await placesOf(bytes);
      const book = await opened(bytes);
      const sums = new Map(
        formulasOf(year).sums.map(({ cell, of }) => [addressKey(cell), of.length]),
      );
      expect(sums.size).toBeGreaterThan(20);
      for (const [key, [sheet, address]] of places) {
        const cell = book.getWorksheet(sheet)!.getCell(address);
        const parts = sums.get(key);
        if (parts === undefined) {
          expect([key, cell.protection.locked]).toEqual([key, false]);
          expect(cell.dataValidation.type).toMatch(/whole|decimal/);
        } else {
          expect(/SUM\((.*?)\)/.exec(cell.formula)![1]!.split(',')).toHaveLength(parts);
          expect(JSON.stringify(cell.style)).not.toContain('"locked":false');
        }
      }
      for (const sheet of book.worksheets) {
        expect((sheet as unknown as { sheetProtection: unknown }).sheetProtection).toBeTruthy();
      }
    },
  );

  it('filled in with a sound report is read as that report, and every relation holds', async () => {
    const bytes = await templateXlsx({ ...question, carriedOut: new Map() });
    const places = await placesOf(bytes);
    const book = await opened(bytes);
    const figures = yearFigures(7);
    for (const [key, [sheet, address]] of places) {
      const cell = book.getWorksheet(sheet)!.getCell(address);
      const value = Number(figures.get(key));
      cell.value = cell.formula ? { formula: cell.formula, result: value } : value;
    }
    const form = await ingest(Buffer.from(await book.xlsx.writeBuffer()), 'filled.xlsx');
    const read = form.cells.map((cell) => [addressKey(cell), Number(cell.value)]);
    expect(new Map(read as [string, number][])).toEqual(
      new Map([...figures].map(([key, value]) => [key, Number(value)])),
    );
    const { findings } = runChecks(form, {});
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });

  it('watches the relations that are no sums on a sheet of their own', async () => {
    const book = await opened(await templateXlsx(question));
    const sheet = book.getWorksheet('勾稽关系')!;
    const { watched } = formulasOf(2024);
    expect(sheet.rowCount).toBe(watched.length + 1);
    const names = new Set(watched.map(({ check }) => check));
    // A1 and A4 are sums across each row; A2 down the column of 总计 is left, and A3.
    expect([...names]).toEqual(['A2', 'A3']);
    expect(sheet.getCell('D2').formula).toMatch(/^IF\(SUM\('.+'!.+\)=SUM\(/);
  });

  it.runIf(hasOffice())('adds up in a spreadsheet program', { timeout: 60_000 }, async () => {
    const bytes = await templateXlsx({ ...question, carriedOut: new Map() });
    const places = await placesOf(bytes);
    const book = await opened(bytes);
    const figures = yearFigures(7);
    for (const [key, [sheet, address]] of places) {
      const cell = book.getWorksheet(sheet)!.getCell(address);
      // Without a result from before, which the program would believe.
      cell.value = cell.formula ? { formula: cell.formula } : Number(figures.get(key));
    }
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-template-'));
    try {
      writeFileSync(join(folder, 'filled.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));
      const out = join(folder, 'computed');
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out];
      execFileSync('soffice', [...args, join(folder, 'filled.xlsx')], { stdio: 'ignore' });
      const computed = readFileSync(join(out, 'filled.xlsx'));
      const form = await ingest(computed, 'computed.xlsx');
      const read = form.cells.map((cell) => [addressKey(cell), Number(cell.value)] as const);
      expect(new Map(read)).toEqual(
        new Map([...figures].map(([key, value]) => [key, Number(value)])),
      );
      const sheet = (await opened(computed)).getWorksheet('勾稽关系')!;
      for (let row = 2; row <= sheet.rowCount; row++) {
        expect(sheet.getCell(row, 4).text).toBe('相符');
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
