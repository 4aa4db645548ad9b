import { IngestError } from '../ingest-error.js';
import type { Grid, PageNote, Paragraph, PrintedCell } from '../page.js';
import { hiddenSheet } from './page-notes.js';
import { columnLetters } from './xlsx-address.js';
import { sheetBlocks } from './xlsx-layout.js';
import type { Attributes, XmlHandler } from './xml.js';

const MAX_ROWS = 2_000;
const MAX_COLUMNS = 200;
const MAX_CELLS = 200_000;

/** Follows the sheets of an OpenDocument spreadsheet; hidden sheets, rows and columns are left out and said. */
export class OdfSheets implements XmlHandler {
  private readonly blocks: (Paragraph | Grid)[] = [];
  private readonly notes: PageNote[] = [];
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private sheet = '';
  private hidden = false;
  private cells: PrintedCell[] = [];
  private row = -1;
  private repeatRow = 1;
  private hiddenRow = false;
  private column = 0;
  private cell: Attributes | null = null;
  private paragraphs: string[] = [];
  private annotations = 0;
  private covered = false;

  open(name: string, a: Attributes): void {
    if (name === 'office:annotation') this.annotations++;
    switch (name) {
      case 'style:style':
        this.style = a['style:name'] ?? '';
        break;
      case 'style:table-properties':
        if (a['table:display'] === 'false') this.hiddenStyles.add(this.style);
        break;
      case 'table:table':
        this.sheet = a['table:name'] ?? '';
        this.hidden = this.hiddenStyles.has(a['table:style-name'] ?? '');
        this.cells = [];
        this.row = -1;
        this.repeatRow = 1;
        break;
      case 'table:table-row':
        this.row += this.repeatRow;
        this.repeatRow = count(a['table:number-rows-repeated']);
        this.hiddenRow = (a['table:visibility'] ?? 'visible') !== 'visible';
        this.column = 0;
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.cell = a;
        this.covered = name === 'table:covered-table-cell';
        this.paragraphs = [];
        break;
      case 'text:p':
        if (this.cell && this.annotations === 0) this.paragraphs.push('');
        break;
      case 'text:s':
        this.text(' ');
        break;
    }
  }

  close(name: string): void {
    if (name === 'office:annotation') this.annotations--;
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.closeCell();
    else if (name === 'table:table') this.closeSheet();
  }

  text(text: string): void {
    if (this.cell === null || this.annotations > 0 || this.paragraphs.length === 0) return;
    this.paragraphs.push((this.paragraphs.pop() ?? '') + text);
  }

  private closeCell(): void {
    const a = this.cell ?? {};
    this.cell = null;
    const times = count(a['table:number-columns-repeated']);
    const text = printed(a, this.paragraphs);
    const spans =
      count(a['table:number-columns-spanned']) > 1 || count(a['table:number-rows-spanned']) > 1;
    // An empty cell repeated to the edge of the sheet is no cell.
    const real =
      !this.covered && (text !== '' || spans || times <= 20) && !this.hiddenRow && !this.hidden;
    for (let i = 0; real && i < times; i++) this.add(text, a, this.column + i);
    this.column += times;
  }

  private add(text: string, a: Attributes, column: number): void {
    const locator = `${this.sheet}!${columnLetters(column)}${this.row + 1}`;
    const outside = this.row >= MAX_ROWS || column >= MAX_COLUMNS;
    if (outside && text === '') return;
    if (outside || this.cells.length >= MAX_CELLS || (text !== '' && this.repeatRow > MAX_ROWS)) {
      throw new IngestError(
        'TABLE_TOO_LARGE',
        `The sheet ${this.sheet} has cells past row ${MAX_ROWS} or column ${MAX_COLUMNS}.`,
        locator,
      );
    }
    this.cells.push({
      text,
      row: this.row,
      column,
      rowSpan: Math.min(count(a['table:number-rows-spanned']), MAX_ROWS),
      columnSpan: Math.min(count(a['table:number-columns-spanned']), MAX_COLUMNS),
      locator,
    });
  }

  private closeSheet(): void {
    if (this.hidden) this.notes.push(hiddenSheet(this.sheet));
    else this.blocks.push(...sheetBlocks({ cells: this.cells, notes: [] }, this.sheet));
  }

  result(): { blocks: (Paragraph | Grid)[]; notes: PageNote[] } {
    return { blocks: this.blocks, notes: this.notes };
  }
}

const count = (value: string | undefined): number => Math.max(1, Number(value ?? 1) || 1);

/** A number as stored, exact; else the text as shown. */
function printed(a: Attributes, paragraphs: readonly string[]): string {
  const type = a['office:value-type'];
  const value = a['office:value'];
  if (
    (type === 'float' || type === 'currency') &&
    value !== undefined &&
    /^-?\d+(\.\d+)?$/.test(value)
  ) {
    return value;
  }
  const text = paragraphs.join('\n').trim();
  // A formula without a stored result is no blank cell.
  return text === '' && value === undefined ? (a['table:formula'] ?? '') : text;
}
