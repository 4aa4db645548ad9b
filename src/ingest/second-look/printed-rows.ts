import { blocksOf } from '../../format/forms.js';
import type { Edition, TableName } from '../../format/form.js';
import type { FilledCell } from '../../format/report.js';
import type { Page } from '../page.js';
import { tokensOf } from '../tables/stream.js';
import type { Token } from '../tables/token.js';

/** The places of a row of the form, or of the three groups of table four, beside what is printed there. */
export interface PrintedRow {
  /** In the order of the form, which is that of the print. */
  cells: readonly FilledCell[];
  /** Numbers, blanks and what else stands among them, in printed order. */
  tokens: readonly Token[];
  /** Each cell of the print has its own column, beyond doubt. */
  sure: boolean;
}

/** More printed pieces than this are no row. */
const MOST_TOKENS = 40;
/** Pieces beyond the places of a row that may yet belong to it. */
const MOST_EXTRA = 2;

/** The rows of a table of which the print was found in the order of the form; others are left out. */
export function printedRows(
  page: Page,
  table: TableName,
  edition: Edition,
  cells: readonly FilledCell[],
): PrintedRow[] {
  const places = new Places(tokensOf(page), cells);
  const rows = blocksOf(edition, table)
    .flatMap((block) => block.rows)
    .map(({ key }) => cells.filter((c) => c.table === table && c.row === key))
    .filter((own) => own.length > 0);
  const printed = rows.map((own) => places.row(own));
  const whole = table === 'APPEALS' ? inOneRow(printed) : null;
  return whole ? [whole] : printed.filter((row) => row !== null);
}

/** The groups of table four printed one behind the other. */
function inOneRow(groups: readonly (PrintedRow | null)[]): PrintedRow | null {
  const all = groups.flatMap((g) => (g ? [g] : []));
  const rows = new Set(all.flatMap((g) => g.tokens.map((t) => t.row)));
  if (all.length < 2 || all.length < groups.length || rows.size !== 1) return null;
  return {
    cells: all.flatMap((g) => g.cells),
    tokens: all.flatMap((g) => g.tokens),
    sure: all.every((g) => g.sure),
  };
}

const isFigure = (token: Token): boolean => token.class === 'VALUE' || token.class === 'BLANK';
const isLabel = (token: Token): boolean =>
  !isFigure(token) && /\p{Script=Han}{2}/u.test(token.text);

class Places {
  private readonly tokens: readonly Token[];
  private readonly at = new Map<string, number[]>();
  /** Row of the form that a printed piece was read for, by its index. */
  private readonly owners = new Map<number, string>();

  constructor(all: readonly Token[], cells: readonly FilledCell[]) {
    this.tokens = all.filter((t) => t.class !== 'ASIDE');
    this.tokens.forEach((token, i) => {
      const there = this.at.get(token.locator);
      if (there) there.push(i);
      else this.at.set(token.locator, [i]);
    });
    for (const cell of cells) {
      for (const i of this.at.get(cell.locator ?? '') ?? []) this.owners.set(i, ownerOf(cell));
    }
  }

  /** Null where the print of the row is not one stretch in the order of the form. */
  row(cells: readonly FilledCell[]): PrintedRow | null {
    const [first] = cells;
    const owned = cells.flatMap((c) => this.at.get(c.locator ?? '') ?? []);
    if (!first || owned.length === 0 || !this.inOrder(cells)) return null;
    const owner = ownerOf(first);
    let [from, to] = [Math.min(...owned), Math.max(...owned)];
    if (to - from >= MOST_TOKENS) return null;
    for (let i = from; i <= to; i++) if ((this.owners.get(i) ?? owner) !== owner) return null;
    for (let i = from; i < to; i++) {
      const token = this.tokens[i];
      if (token && isLabel(token)) from = i + 1;
    }
    from = this.extended(from, -1, cells.length);
    to = this.extended(to, 1, cells.length + from - to);
    const tokens = this.tokens.slice(from, to + 1);
    const sure = tokens.every((t) => t.columnsKnown && !t.locator.startsWith('page '));
    return { cells, tokens, sure };
  }

  /** The last piece in a direction that is a figure of the same printed row and was read for no row. */
  private extended(start: number, step: 1 | -1, most: number): number {
    let end = start;
    for (let i = start + step; Math.abs(i - start) <= Math.max(0, most) + MOST_EXTRA; i += step) {
      const [token, last] = [this.tokens[i], this.tokens[start]];
      if (!token || !last || !isFigure(token) || this.owners.has(i)) break;
      if (token.rowKnown && token.row !== last.row && !this.isRest(i, step)) break;
      end = i;
    }
    return end;
  }

  /** Figures of the next printed row, where a page break or the like cut the row in two: nothing but figures of no row. */
  private isRest(at: number, step: 1 | -1): boolean {
    if (step < 0) return false;
    const row = this.tokens[at]?.row;
    for (let i = at; this.tokens[i]?.row === row; i++) {
      const token = this.tokens[i];
      if (!token || !isFigure(token) || this.owners.has(i)) return false;
    }
    return true;
  }

  private inOrder(cells: readonly FilledCell[]): boolean {
    const starts = cells.flatMap((c) => this.at.get(c.locator ?? '')?.[0] ?? []);
    return starts.every((start, i) => i === 0 || start >= (starts[i - 1] ?? 0));
  }
}

const ownerOf = (cell: FilledCell): string => `${cell.table}/${cell.row}`;
