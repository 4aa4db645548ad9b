import { columnLetters } from '../../../src/ingest/read/xlsx-address.js';
import { xlsx } from '../office.js';
import type { Sheet } from '../office.js';
import type { Dice } from './dice.js';
import { escape } from './html-layouts.js';
import { gridOf } from './printed.js';
import type { DrawnCell, DrawnTable } from './printed.js';
import { flowOf } from './report.js';
import type { DrawnReport } from './report.js';

export interface BookLayout {
  /** All parts on one sheet, or each table on a sheet of its own. */
  sheets: 'one' | 'three';
  numbers: 'numbers' | 'texts' | 'mixed' | 'formulas';
  /** Whether the results of formulas are stored. */
  results: 'stored' | 'lost in one';
  texts: 'shared' | 'inline' | 'rich';
  spans: 'merged' | 'empty cells';
  /** Rows and columns left free at the top and at the left. */
  offset: number;
  hidden: boolean;
}

export const bookLayout = (dice: Dice): BookLayout => ({
  sheets: dice.pick(['one', 'three']),
  numbers: dice.pick(['numbers', 'texts', 'mixed', 'formulas']),
  results: 'stored',
  texts: dice.pick(['shared', 'inline', 'rich']),
  spans: dice.chance(0.85) ? 'merged' : 'empty cells',
  offset: dice.chance(0.3) ? 1 : 0,
  hidden: dice.chance(0.3),
});

/** A sheet while it is written. */
class SheetWriter {
  private readonly rows: string[] = [];
  private readonly merges: string[] = [];
  private next: number;
  private lost = 0;

  constructor(
    private readonly layout: BookLayout,
    private readonly strings: string[],
    private readonly dice: Dice,
  ) {
    this.next = layout.offset + 1;
  }

  text(text: string, width: number): void {
    const { offset } = this.layout;
    const from = `${columnLetters(offset)}${this.next}`;
    if (this.dice.chance(0.7))
      this.merges.push(`${from}:${columnLetters(offset + width - 1)}${this.next}`);
    this.rows.push(`<row r="${this.next}">${this.cell(text, from)}</row>`);
    this.next++;
  }

  table(table: DrawnTable): void {
    const { offset, spans } = this.layout;
    gridOf(table).forEach((row, r) => {
      const at = this.next + r;
      const cells = row.map((place, c) => {
        const address = `${columnLetters(offset + c)}${at}`;
        if (!place?.begins) return `<c r="${address}" s="1"/>`;
        if (spans === 'merged') this.merge(place.cell, offset + c, at);
        return this.cell(place.cell.text, address, place.cell.address !== null);
      });
      this.rows.push(`<row r="${at}">${cells.join('')}</row>`);
    });
    this.next += table.rows.length + (this.dice.chance(0.5) ? 1 : 0);
  }

  private merge({ columnSpan, rowSpan }: DrawnCell, column: number, row: number): void {
    if (columnSpan * rowSpan === 1) return;
    const to = `${columnLetters(column + columnSpan - 1)}${row + rowSpan - 1}`;
    this.merges.push(`${columnLetters(column)}${row}:${to}`);
  }

  private cell(text: string, address: string, isFigure = false): string {
    if (text === '') return `<c r="${address}" s="1"/>`;
    const { numbers } = this.layout;
    const asNumber = numbers !== 'texts' && (numbers !== 'mixed' || this.dice.chance(0.7));
    if (isFigure && asNumber && /^-?\d+(\.\d+)?$/.test(text)) {
      const formula = numbers === 'formulas' && this.dice.chance(0.3) ? '<f>SUM(A1:A2)</f>' : '';
      const isLost = formula !== '' && this.layout.results !== 'stored' && this.lost++ === 0;
      return `<c r="${address}" s="1">${formula}${isLost ? '' : `<v>${text}</v>`}</c>`;
    }
    return this.textCell(text, address);
  }

  private textCell(text: string, address: string): string {
    const { texts } = this.layout;
    if (texts === 'inline') {
      return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
    }
    const half = Math.ceil(text.length / 2);
    const pieces = texts === 'rich' ? [text.slice(0, half), text.slice(half)] : [text];
    const runs = pieces.map((p) => `<t xml:space="preserve">${escape(p)}</t>`);
    this.strings.push(
      texts === 'rich' ? runs.map((r) => `<r><rPr/>${r}</r>`).join('') : runs.join(''),
    );
    return `<c r="${address}" t="s"><v>${this.strings.length - 1}</v></c>`;
  }

  sheet(name: string): Sheet {
    return { name, rows: this.rows.join(''), merges: this.merges };
  }
}

/** The report as a workbook. */
export function asXlsx(report: DrawnReport, dice: Dice, change: Partial<BookLayout> = {}): Buffer {
  const layout = { ...bookLayout(dice), ...change };
  const strings: string[] = [];
  const sheets: Sheet[] = [];
  let writer = new SheetWriter(layout, strings, dice);
  for (const part of flowOf(report)) {
    if (typeof part === 'string') writer.text(part, 10);
    else {
      writer.table(part);
      if (layout.sheets === 'one') continue;
      sheets.push(writer.sheet(`表${sheets.length + 1}`));
      writer = new SheetWriter(layout, strings, dice);
    }
  }
  sheets.push(writer.sheet(`Sheet${sheets.length + 1}`));
  if (layout.hidden) {
    const old = new SheetWriter(layout, strings, dice);
    report.parts.forEach((p) => old.table(p.table));
    sheets.push({ ...old.sheet('上年'), state: 'hidden' });
  }
  return xlsx(sheets, strings);
}
