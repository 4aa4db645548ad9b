import type { Block, Row } from '../../format/form.js';
import { itemHead } from '../../format/edition-2021.js';
import type { PrintedCell } from '../page.js';

/** A printed row and the table it stands in. */
export interface PrintedRow {
  /** Index in `page.blocks`. */
  block: number;
  cells: readonly PrintedCell[];
}

/** The cells of a block in the order of the form, and the row behind it. */
export interface BlockMatch {
  values: readonly PrintedCell[];
  end: number;
}

/** Matches the rows from `at` on with a block, label by label; null at the first that differs. */
export function matchBlock(
  block: Block,
  rows: readonly PrintedRow[],
  at: number,
): BlockMatch | null {
  if (block.table === 'ACTIVE_DISCLOSURE') return matchDisclosure(block, rows, at);
  return block.table === 'REQUESTS'
    ? matchRequests(block, rows, at)
    : matchAppeals(block, rows, at);
}

const letters = new Map<string, string>();
const MOST_KNOWN = 2_000;

/** A label by its characters and digits alone: spaces, line breaks and punctuation differ from page to page. */
function lettersOf(text: string): string {
  const known = letters.get(text);
  if (known !== undefined) return known;
  if (letters.size >= MOST_KNOWN) letters.clear();
  const found = text.replace(/[^\p{Script=Han}\d]/gu, '');
  if (text.length < 100) letters.set(text, found);
  return found;
}

export const sameLabel = (text: string, label: string): boolean =>
  lettersOf(text) === lettersOf(label);

const areLabels = (cells: readonly PrintedCell[], labels: readonly string[]): boolean =>
  cells.length === labels.length && cells.every((c, i) => sameLabel(c.text, labels[i] ?? ''));

/** Heading · heads · one row each. */
function matchDisclosure(block: Block, rows: readonly PrintedRow[], at: number): BlockMatch | null {
  const heads = [itemHead.zh, ...block.columns.map((c) => c.label.zh)];
  if (!areLabels(rows[at]?.cells ?? [], [block.heading?.zh ?? ''])) return null;
  if (!areLabels(rows[at + 1]?.cells ?? [], heads)) return null;
  const values: PrintedCell[] = [];
  for (const [i, row] of block.rows.entries()) {
    const [label, ...cells] = rows[at + 2 + i]?.cells ?? [];
    const whole = cells.length === block.columns.length;
    if (!label || !whole || !sameLabel(label.text, row.label.zh)) return null;
    values.push(...cells);
  }
  return { values, end: at + 2 + block.rows.length };
}

/** Three rows of heads, then a row of seven figures for each of the form's. */
function matchRequests(block: Block, rows: readonly PrintedRow[], at: number): BlockMatch | null {
  const [top, middle, bottom] = [0, 1, 2].map((i) => rows[at + i]?.cells ?? []);
  const labels = block.columns.map((c) => c.label.zh);
  const [natural = '', total = ''] = [labels[0], labels.at(-1)];
  const [applicants, legal] = block.columns[1]?.under.map((l) => l.zh) ?? [];
  const heads =
    areLabels(top?.slice(1) ?? [], [applicants ?? '']) &&
    areLabels(middle ?? [], [natural, legal ?? '', total]) &&
    areLabels(bottom ?? [], labels.slice(1, -1));
  if (!heads) return null;
  const columns = [middle?.[0], ...(bottom ?? []), middle?.[2]].map((c) => c?.column ?? -1);
  const values: PrintedCell[] = [];
  for (const [i, row] of block.rows.entries()) {
    const cells = rows[at + 3 + i]?.cells ?? [];
    const figures = cells.slice(-columns.length);
    const inPlace = figures.every((c, k) => c.column === columns[k] && c.columnSpan === 1);
    if (!inPlace || !isRow(cells.slice(0, -columns.length), row)) return null;
    values.push(...figures);
  }
  return { values, end: at + 3 + block.rows.length };
}

/** The row's own label, and before it none or some of those over it. */
function isRow(labels: readonly PrintedCell[], row: Row): boolean {
  const own = labels.at(-1);
  const over = row.under.map((l) => l.zh);
  return (
    own !== undefined &&
    sameLabel(own.text, row.label.zh) &&
    labels.slice(0, -1).every((c) => over.some((label) => sameLabel(c.text, label)))
  );
}

/** Tracks over outcomes over one row of figures; the outcomes of 行政复议 may stand in the row of the tracks. */
function matchAppeals(block: Block, rows: readonly PrintedRow[], at: number): BlockMatch | null {
  const [top = [], middle = [], bottom = [], figures = []] = [0, 1, 2, 3].map(
    (i) => rows[at + i]?.cells ?? [],
  );
  const [first, ...others] = block.rows;
  const litigation = others[0]?.under[0]?.zh ?? '';
  const width = block.columns.length;
  const tracks = middle.filter((c) => c.columnSpan > 1);
  const heads = [...middle.filter((c) => c.columnSpan === 1), ...bottom];
  const over = [top[0], ...tracks];
  const named =
    areLabels(top, [first?.label.zh ?? '', litigation]) &&
    areLabels(
      tracks,
      others.map((r) => r.label.zh),
    ) &&
    areLabels(
      heads,
      block.rows.flatMap(() => block.columns.map((c) => c.label.zh)),
    );
  const inPlace =
    figures.length === heads.length &&
    figures.every((c, i) => c.column === heads[i]?.column && c.columnSpan === 1) &&
    over.every((c, i) => c?.columnSpan === width && c.column === figures[i * width]?.column);
  return named && inPlace ? { values: figures, end: at + 4 } : null;
}
