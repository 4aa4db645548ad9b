import { cellsOf } from '../../format/form.js';
import type { Block, Edition } from '../../format/form.js';
import { formOf } from '../../format/forms.js';
import type { FilledCell, Finding } from '../../format/report.js';
import type { Grid, Page, PrintedCell } from '../page.js';
import { matchBlock, sameLabel } from './exact-block.js';
import type { PrintedRow } from './exact-block.js';
import { valueDoubt } from './read-row.js';
import type { TableReading } from './read-tables.js';
import { readValue } from './value.js';

/**
 * Pages that print the whole form to the letter: every label, head and span as on the form, a number or nothing in
 * every cell, each table once. Most do; they are read without weighing what else their print may mean, at a tenth of the cost.
 */

/** Words that stand in tables of the form alone: one outside the tables read means that there are more. */
const TELLTALE = /信息内容|自然人|结果维持|第二十条第/;
const FIGURE = /^\s*[\d./—-]+\s*$/;

/** The reading of a page that prints the form to the letter; null for any other. */
export function readExactly(page: Page): TableReading | null {
  const rows = rowsOf(page);
  if (rows.length < 10) return null;
  const edition = (['E2021', 'E2019'] as const).find((e) => printsHead(rows, e));
  return edition ? readEdition(page, rows, edition) : null;
}

/** A column head that the other edition lacks, in the second row of table two. */
function printsHead(rows: readonly PrintedRow[], edition: Edition): boolean {
  const [first] = formOf(edition).blocks;
  const head = first?.columns[0]?.label.zh ?? '';
  return rows.slice(0, 40).some(({ cells }) => cells[1] && sameLabel(cells[1].text, head));
}

function readEdition(
  page: Page,
  rows: readonly PrintedRow[],
  edition: Edition,
): TableReading | null {
  const cells: FilledCell[] = [];
  const findings: Finding[] = [];
  const used = new Set<number>();
  let at = rows.findIndex((r) => TELLTALE.test(r.cells[0]?.text ?? ''));
  if (at < 0) return null;
  for (const block of formOf(edition).blocks) {
    const match = matchBlock(block, rows, at);
    const read = match ? cellsOfBlock(block, match.values, findings) : null;
    if (!match || !read) return null;
    for (; at < match.end; at++) used.add(rows[at]?.block ?? -1);
    cells.push(...read);
  }
  if (hasMore(page, rows, at, used)) return null;
  const blocks = formOf(edition).blocks.map((b) => [b.key, edition]);
  return {
    cells,
    blockEditions: Object.fromEntries(blocks) as Record<string, Edition>,
    editions: { activeDisclosure: edition, requests: edition, appeals: edition },
    findings,
    usedBlocks: used,
  };
}

/** The cells of a block, null where one holds no certain number. */
function cellsOfBlock(
  block: Block,
  values: readonly PrintedCell[],
  findings: Finding[],
): FilledCell[] | null {
  const cells: FilledCell[] = [];
  let n = 0;
  for (const { table, row, column, kind } of cellsOf(block)) {
    const printed = values[n++];
    if (!printed) return null;
    const { text, locator } = printed;
    const { status, value, doubt } = readValue(text, kind, kind === 'AMOUNT_WAN' ? 'WAN' : null);
    if (status === 'UNREADABLE' || (doubt !== null && doubt !== 'UNIT_UNSTATED')) return null;
    if (doubt) findings.push(valueDoubt({ table, row, column }, doubt, text, value));
    cells.push({ table, row, column, status, value, raw: text, locator });
  }
  return block.rows.some(({ key }) => lacksTotal(cells.filter((c) => c.row === key)))
    ? null
    : cells;
}

/** Figures without their total: they may have moved along the row. */
const lacksTotal = (row: readonly FilledCell[]): boolean =>
  row.some((c) => c.value !== null) && row.some((c) => c.column === 'total' && c.value === null);

/** True where the rest of the page may hold a part of the form too. */
function hasMore(
  page: Page,
  rows: readonly PrintedRow[],
  end: number,
  used: ReadonlySet<number>,
): boolean {
  if (rows.slice(end).some((row) => used.has(row.block) && row.cells.some((c) => c.text !== ''))) {
    return true;
  }
  return page.blocks.some((block, index) => {
    if (used.has(index)) return false;
    if (block.kind === 'paragraph') return block.text.length < 60 && TELLTALE.test(block.text);
    return block.cells.some((c) => TELLTALE.test(c.text)) || figuresIn(block) > 3;
  });
}

const figuresIn = (grid: Grid): number => grid.cells.filter((c) => FIGURE.test(c.text)).length;

/** The rows of all tables with columns, in reading order, without rows that print nothing. */
function rowsOf(page: Page): PrintedRow[] {
  const rows: PrintedRow[] = [];
  page.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph' || !block.columnsKnown) return;
    let cells: PrintedCell[] = [];
    for (const [i, cell] of block.cells.entries()) {
      if (i === 0 || cell.row !== block.cells[i - 1]?.row) {
        cells = [];
        rows.push({ block: index, cells });
      }
      cells.push(cell);
    }
  });
  return rows;
}
