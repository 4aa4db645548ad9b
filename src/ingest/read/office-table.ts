import { IngestError } from '../ingest-error.js';
import type { Grid, Paragraph, PrintedCell } from '../page.js';

/** Bounds of one table. */
const MAX_ROWS = 2_000;
const MAX_COLUMNS = 200;

interface OpenCell {
  column: number;
  columns: number;
  /** Columns by which the next cell lies further right; fewer than `columns` where covered cells are written out. */
  advance: number;
  rows: number;
  merge: 'none' | 'restart' | 'continue';
  content: (Paragraph | Grid)[];
}

interface Draft extends OpenCell {
  row: number;
  rowSpan: number;
}

/**
 * A table of a text document while it is read: cells at their grid columns, merged downwards by marks of continuation (Word)
 * or by a number of rows (OpenDocument).
 */
export class OfficeTable {
  private readonly drafts: Draft[] = [];
  /** The cell that reaches down to each column, for w:vMerge. */
  private readonly above = new Map<number, Draft>();
  private row = -1;
  private column = 0;
  private cell: OpenCell | null = null;
  private rowIsDeleted = false;
  private inRowProperties = false;
  private rowStart = 0;

  constructor(private readonly number: number) {}

  get inCell(): boolean {
    return this.cell !== null;
  }

  openRow(): void {
    if (++this.row >= MAX_ROWS) throw this.tooLarge();
    this.column = 0;
    this.rowIsDeleted = false;
    this.rowStart = this.drafts.length;
  }

  openRowProperties(): void {
    this.inRowProperties = true;
  }

  markDeletedRow(): void {
    if (this.inRowProperties && this.cell === null) this.rowIsDeleted = true;
  }

  skipColumns(count: number): void {
    this.column += clamp(count);
  }

  openCell(): void {
    this.inRowProperties = false;
    this.cell = {
      column: this.column,
      columns: 1,
      advance: 1,
      rows: 1,
      merge: 'none',
      content: [],
    };
  }

  spanColumns(count: number): void {
    if (!this.cell) return;
    this.cell.columns = clamp(count);
    this.cell.advance = this.cell.columns;
  }

  /** As spanColumns, where the covered cells are written out behind it. */
  coverColumns(count: number): void {
    if (this.cell) this.cell.columns = clamp(count);
  }

  spanRows(count: number): void {
    if (this.cell) this.cell.rows = Math.min(clamp(count), MAX_ROWS);
  }

  mergeDown(restart: boolean): void {
    if (this.cell) this.cell.merge = restart ? 'restart' : 'continue';
  }

  /** The old way of merging to the right: the continued cells are printed as part of the first. */
  mergeRight(restart: boolean): void {
    const before = this.drafts.at(-1);
    if (restart || !this.cell || before?.row !== this.row) return;
    before.columns += this.cell.columns;
    this.cell.content = before.content;
  }

  place(block: Paragraph | Grid): void {
    this.cell?.content.push(block);
  }

  closeCell(): void {
    const cell = this.cell;
    this.cell = null;
    if (!cell) return;
    this.column = cell.column + cell.advance;
    const end = cell.column + cell.columns;
    if (end > MAX_COLUMNS) throw this.tooLarge();
    const upper = this.above.get(cell.column);
    if (
      cell.merge === 'continue' &&
      upper?.columns === cell.columns &&
      upper.row + upper.rowSpan === this.row
    ) {
      upper.rowSpan++;
      upper.content.push(...cell.content);
      return;
    }
    if (this.drafts.at(-1)?.content === cell.content) return;
    const draft: Draft = { ...cell, row: this.row, rowSpan: cell.rows };
    this.drafts.push(draft);
    for (let c = cell.column; c < end; c++) this.above.delete(c);
    if (cell.merge !== 'none') this.above.set(cell.column, draft);
  }

  closeRow(): void {
    this.inRowProperties = false;
    if (!this.rowIsDeleted) return;
    this.drafts.splice(this.rowStart);
    this.row--;
  }

  /** The table as a grid; or, where it frames other tables or text parted by tabs, all that stands in it. */
  blocks(): (Paragraph | Grid)[] {
    const [only, second] = this.drafts;
    const isTabbed = second === undefined && only?.content.some(hasTabs) === true;
    const isFrame = isTabbed || this.drafts.some((d) => d.content.some((b) => b.kind === 'grid'));
    if (isFrame) {
      return this.drafts
        .flatMap((d) => d.content)
        .filter((b) => b.kind === 'grid' || b.text !== '');
    }
    const cells = this.drafts.map((d) => this.print(d));
    const columns = Math.max(0, ...cells.map((c) => c.column + c.columnSpan));
    return [
      { kind: 'grid', cells, rows: this.row + 1, columns, columnsKnown: true, rowsKnown: true },
    ];
  }

  private print(d: Draft): PrintedCell {
    const text = d.content
      .flatMap((b) => (b.kind === 'paragraph' ? [b.text.trim()] : []))
      .filter((t) => t !== '')
      .join('\n');
    return {
      text,
      row: d.row,
      column: d.column,
      rowSpan: d.rowSpan,
      columnSpan: d.columns,
      locator: `table ${this.number} row ${d.row + 1} column ${d.column + 1}`,
    };
  }

  private tooLarge(): IngestError {
    return new IngestError(
      'TABLE_TOO_LARGE',
      `Table ${this.number} has more than ${MAX_ROWS} rows or ${MAX_COLUMNS} columns.`,
      `table ${this.number}`,
    );
  }
}

const hasTabs = (b: Paragraph | Grid): boolean => b.kind === 'paragraph' && b.text.includes('\t');

/** Spans past the widest table that is read are cut there; the columns then tell that the table is too large. */
const clamp = (n: number): number =>
  Number.isInteger(n) && n > 0 ? Math.min(n, MAX_COLUMNS + 1) : 1;
