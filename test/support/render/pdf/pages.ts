import type { DrawnTable } from '../printed.js';
import { setTable, wrap } from './set-table.js';
import type { SetCell, SetTable, Setting } from './set-table.js';
import type { PdfSheet, PlacedLine, PlacedText } from './write-pdf.js';
import { widthOfText } from './write-pdf.js';

export interface PageLayout extends Setting {
  width: number;
  height: number;
  margin: number;
  rules: 'all' | 'horizontal' | 'none';
  /** Rows may be cut by the end of a page. */
  cutsRows: boolean;
  /** Heads are printed again on each page that a table reaches. */
  headsAgain: boolean;
  pageNumber: ((page: number) => string) | null;
  /** Printed at the top of each page. */
  running: string | null;
  rotate: 0 | 90 | 180 | 270;
  /** The page is laid out lying and turned for the viewer. */
  turned: boolean;
  filledLines: boolean;
  figures: 'centre' | 'right' | 'left';
}

interface Sheet {
  texts: PlacedText[];
  lines: PlacedLine[];
}

/** A stretch of a row on one page. */
interface Piece {
  sheet: Sheet;
  y0: number;
  y1: number;
}

/** Sets paragraphs and tables below each other on as many pages as they take. */
export class Pages {
  private readonly sheets: Sheet[] = [];
  private y = 0;

  constructor(private readonly layout: PageLayout) {
    this.turnPage();
  }

  private get sheet(): Sheet {
    return this.sheets.at(-1)!;
  }

  private get bottom(): number {
    return this.layout.height - this.layout.margin;
  }

  private turnPage(): void {
    const { margin, width, height, size, running, pageNumber } = this.layout;
    this.sheets.push({ texts: [], lines: [] });
    this.y = margin;
    if (running)
      this.sheet.texts.push({ x: margin, y: margin * 0.6, size: size * 0.8, text: running });
    if (!pageNumber) return;
    const text = pageNumber(this.sheets.length);
    const x = (width - widthOfText(text, size)) / 2;
    this.sheet.texts.push({ x, y: height - margin * 0.5, size, text });
  }

  heading(text: string): void {
    this.lines(
      [text],
      (line) => (this.layout.width - widthOfText(line, this.layout.size + 4)) / 2,
      4,
    );
  }

  paragraph(text: string): void {
    const { margin, width, size } = this.layout;
    const lines = wrap(`　　${text}`, width - 2 * margin, size);
    this.lines(
      lines.map((l) => l.replace(/^　　/, '')),
      (_, i) => margin + (i === 0 ? 2 * size : 0),
      0,
    );
  }

  private lines(
    lines: readonly string[],
    x: (line: string, i: number) => number,
    more: number,
  ): void {
    const { size, leading } = this.layout;
    lines.forEach((text, i) => {
      if (this.y + leading > this.bottom) this.turnPage();
      this.y += leading + more;
      this.sheet.texts.push({ x: x(text, i), y: this.y - leading * 0.25, size: size + more, text });
    });
  }

  table(table: DrawnTable): void {
    const { margin, width, headsAgain } = this.layout;
    const set = setTable(table, margin, width - 2 * margin, this.layout);
    const heads = table.rows.findIndex((r) => r.some((c) => c.address));
    this.y += 6;
    const pieces: Piece[][] = [];
    set.heights.forEach((height, row) => {
      pieces.push(
        this.pieces(height, row > heads && headsAgain ? () => this.draw(set, heads) : null),
      );
    });
    this.drawCells(set, pieces);
    this.y += 6;
  }

  /** Where a row of this height comes to stand. */
  private pieces(height: number, atTop: (() => void) | null): Piece[] {
    const { leading, padding, cutsRows } = this.layout;
    const rest = this.bottom - this.y;
    if (rest >= height) return [this.take(height)];
    const cut = cutsRows && rest > leading * 2 + padding && height > leading * 2 + 2 * padding;
    const first = cut ? [this.take(rest)] : [];
    this.turnPage();
    atTop?.();
    return [...first, this.take(cut ? height - rest + leading + padding : height)];
  }

  private take(height: number): Piece {
    const piece = { sheet: this.sheet, y0: this.y, y1: this.y + height };
    this.y = piece.y1;
    return piece;
  }

  /** The first rows of a table, once more. */
  private draw(set: SetTable, rows: number): void {
    const pieces = set.heights.slice(0, rows).map((h) => [this.take(h)]);
    this.drawCells({ ...set, cells: set.cells.filter((c) => c.row < rows) }, pieces);
  }

  private drawCells(set: SetTable, pieces: readonly (readonly Piece[])[]): void {
    for (const cell of set.cells) {
      const own = pieces.slice(cell.row, cell.row + cell.cell.rowSpan).flat();
      const parts = [...new Set(own.map((p) => p.sheet))].map((sheet): Piece => {
        const here = own.filter((p) => p.sheet === sheet);
        return { sheet, y0: here[0]!.y0, y1: here.at(-1)!.y1 };
      });
      this.drawText(cell, parts);
      for (const part of parts) this.drawRules(cell, part);
    }
  }

  private drawRules({ left, right }: SetCell, { sheet, y0, y1 }: Piece): void {
    const { rules } = this.layout;
    if (rules === 'none') return;
    sheet.lines.push({ x0: left, y0, x1: right, y1: y0 }, { x0: left, y0: y1, x1: right, y1 });
    if (rules === 'horizontal') return;
    sheet.lines.push({ x0: left, y0, x1: left, y1 }, { x0: right, y0, x1: right, y1 });
  }

  /** Centred in the cell's part of the first page if it has room there, else going on on the next. */
  private drawText({ cell, lines, left, right }: SetCell, parts: readonly Piece[]): void {
    const { leading, padding, size, figures } = this.layout;
    const rooms = parts.map(({ y0, y1 }) => Math.floor((y1 - y0 - 2 * padding + 0.01) / leading));
    let rest = [...lines];
    parts.forEach(({ sheet, y0, y1 }, i) => {
      const last = i === parts.length - 1;
      const here = rest.splice(0, last ? rest.length : Math.max(0, rooms[i]!));
      const free = y1 - y0 - here.length * leading;
      here.forEach((text, n) => {
        const room = right - left - widthOfText(text, size);
        const aside = !cell.address && here.length > 1 ? padding : room / 2;
        const x =
          cell.address && figures !== 'centre'
            ? figures === 'left'
              ? padding
              : room - padding
            : aside;
        const y = y0 + free / 2 + (n + 1) * leading - leading * 0.25;
        if (text !== '') sheet.texts.push({ x: left + x, y, size, text });
      });
      rest = [...rest];
    });
  }

  result(): PdfSheet[] {
    const { width, height, rotate, turned, filledLines } = this.layout;
    return this.sheets.map((s) => ({ ...s, width, height, rotate, turned, filledLines }));
  }
}
