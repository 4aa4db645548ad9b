import { IngestError } from '../ingest-error.js';
import type { PageNote, PrintedCell } from '../page.js';
import { columnLetters, parseAddress, parseRange } from './xlsx-address.js';
import { readXml, type Attributes, type XmlHandler } from './xml.js';

/** Bounds of one sheet; memory follows the cells that are present, not the range that the sheet claims. */
const MAX_ROWS = 2_000;
const MAX_COLUMNS = 200;
const MAX_MERGES = 20_000;

export interface SheetContent {
  /** Cells with text, and blank ones inside the used range that the sheet stores; zero-based, merged extents applied. */
  cells: PrintedCell[];
  notes: PageNote[];
}

/** Reads one worksheet part. Locators are `Sheet!C7`. */
export function readSheet(
  bytes: Uint8Array,
  part: string,
  sheet: string,
  strings: readonly string[],
): SheetContent {
  const handler = new SheetHandler(sheet, strings);
  readXml(bytes, part, handler);
  return handler.result();
}

class SheetHandler implements XmlHandler {
  private readonly cells = new Map<string, PrintedCell>();
  private readonly notes: PageNote[] = [];
  private merges = 0;
  private row = -1;
  private column = -1;
  private hiddenRow = false;
  private readonly hiddenColumns = new Set<number>();
  private type = 'n';
  /** The text of the cell's formula; null where it has none. */
  private formula: string | null = null;
  private value: string | null = null;
  private capture: 'value' | 'inline' | 'formula' | null = null;
  private inPhonetic = false;
  private inCell = false;

  constructor(
    private readonly sheet: string,
    private readonly strings: readonly string[],
  ) {}

  open(name: string, a: Attributes): void {
    switch (name) {
      case 'col':
        this.openColumn(a);
        break;
      case 'row':
        this.row = a['r'] === undefined ? this.row + 1 : Number(a['r']) - 1;
        this.column = -1;
        this.hiddenRow = a['hidden'] === '1' || a['hidden'] === 'true';
        break;
      case 'c':
        this.openCell(a);
        break;
      case 'f':
        this.startFormula();
        break;
      case 'v':
        this.startText('value');
        break;
      case 'rPh':
        this.inPhonetic = true;
        break;
      case 't':
        if (this.type === 'inlineStr' && !this.inPhonetic) this.startText('inline');
        break;
      case 'mergeCell':
        this.merge(a['ref'] ?? '');
        break;
    }
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'v' || name === 't' || name === 'f') this.capture = null;
  }

  text(text: string): void {
    if (this.capture === 'formula') this.formula = (this.formula ?? '') + text;
    else if (this.capture !== null) this.value = (this.value ?? '') + text;
  }

  private startFormula(): void {
    if (!this.inCell) return;
    this.capture = 'formula';
    this.formula = '';
  }

  private startText(capture: 'value' | 'inline'): void {
    if (!this.inCell) return;
    this.capture = capture;
    this.value ??= '';
  }

  private openColumn(a: Attributes): void {
    if (a['hidden'] !== '1' && a['hidden'] !== 'true') return;
    const last = Math.min(Number(a['max']), MAX_COLUMNS);
    for (let c = Number(a['min']); c <= last; c++) this.hiddenColumns.add(c - 1);
  }

  private openCell(a: Attributes): void {
    const at =
      a['r'] === undefined ? { row: this.row, column: this.column + 1 } : parseAddress(a['r']);
    this.row = at.row;
    this.column = at.column;
    this.type = a['t'] ?? 'n';
    this.formula = null;
    this.value = null;
    this.inCell = true;
  }

  private closeCell(): void {
    this.inCell = false;
    if (this.hiddenRow || this.hiddenColumns.has(this.column)) {
      if (this.value !== null)
        this.note(
          'HIDDEN_CELLS',
          '隐藏的行或列中有内容，未读取。',
          'Hidden rows or columns hold text; it was not read.',
        );
      return;
    }
    const text = this.printed();
    if (text !== '' && (this.row >= MAX_ROWS || this.column >= MAX_COLUMNS)) throw this.tooLarge();
    if (this.row >= MAX_ROWS || this.column >= MAX_COLUMNS) return;
    if (this.isUncalculated()) {
      this.note(
        'FORMULA_WITHOUT_RESULT',
        '单元格只有公式，没有保存计算结果。',
        'The cell has a formula without a stored result.',
      );
    }
    this.cells.set(`${this.row},${this.column}`, {
      text,
      row: this.row,
      column: this.column,
      rowSpan: 1,
      columnSpan: 1,
      locator: this.locator(),
    });
  }

  private isUncalculated(): boolean {
    return this.formula !== null && this.value === null;
  }

  /** Of a formula without a stored result the formula itself: no number, and no blank. */
  private printed(): string {
    if (this.isUncalculated()) return `=${this.formula ?? ''}`;
    const value = this.value ?? '';
    if (this.type === 's') return (this.strings[Number(value)] ?? '').trim();
    if (this.type === 'n') return number(value);
    if (this.type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    return value.trim();
  }

  private merge(ref: string): void {
    const range = parseRange(ref);
    if (!range) return;
    if (++this.merges > MAX_MERGES) throw this.tooLarge();
    const first = this.cells.get(`${range.top},${range.left}`);
    const rows = Math.min(range.bottom, MAX_ROWS - 1) - range.top + 1;
    const columns = Math.min(range.right, MAX_COLUMNS - 1) - range.left + 1;
    if (!first || rows < 1 || columns < 1) return;
    first.rowSpan = rows;
    first.columnSpan = columns;
    this.swallow(range.top, range.left, rows, columns);
  }

  /** Cells beneath a merged one print nothing. */
  private swallow(top: number, left: number, rows: number, columns: number): void {
    if (rows * columns > this.cells.size) {
      for (const [key, c] of this.cells) {
        const inside =
          c.row >= top && c.row < top + rows && c.column >= left && c.column < left + columns;
        if (inside && !(c.row === top && c.column === left)) this.cells.delete(key);
      }
      return;
    }
    for (let r = top; r < top + rows; r++) {
      for (let c = left; c < left + columns; c++) {
        if (r !== top || c !== left) this.cells.delete(`${r},${c}`);
      }
    }
  }

  private locator(): string {
    return `${this.sheet}!${columnLetters(this.column)}${this.row + 1}`;
  }

  private note(code: string, ZH: string, EN: string): void {
    const locator = this.locator();
    this.notes.push({
      code,
      message: { ZH: `${locator}：${ZH}`, EN: `${locator}: ${EN}` },
      locator,
    });
  }

  private tooLarge(): IngestError {
    return new IngestError(
      'TABLE_TOO_LARGE',
      `The sheet ${this.sheet} has cells past row ${MAX_ROWS} or column ${MAX_COLUMNS}, or too many merged cells.`,
      this.locator(),
    );
  }

  result(): SheetContent {
    return { cells: [...this.cells.values()], notes: this.notes };
  }
}

/** A stored double as a spreadsheet shows it: 15 significant digits, so 12313.436999999999 is 12313.437. */
function number(value: string): string {
  const n = Number(value);
  if (value === '' || !Number.isFinite(n)) return value;
  if (Number.isSafeInteger(n)) return String(n);
  const shown = String(Number(n.toPrecision(15)));
  return shown.includes('e') ? value : shown;
}
