import type { CellMap } from '../format/cell-map.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { cellMap, countOf } from './cells.js';
import { mendsAll } from './column-shift.js';
import type { CheckContext } from './definition.js';
import type { CellChange, Diagnosis } from './diagnosis.js';
import type { SumRelation } from './relations.js';
import { noPreviousYear } from './years.js';

/** Figures of another report that stand where this one's belong: last year's, or those of the whole region or system. */

/** A report whose figures may have slipped in, and what that is called. */
export interface Source {
  cause: 'LAST_YEARS_FIGURE' | 'CONSOLIDATED_FIGURE';
  cells: CellMap<FilledCell>;
}

export const sourcesOf = (form: FilledForm, context: CheckContext): readonly Source[] => {
  const { previous, consolidated } = context;
  const sources: Source[] = [];
  if (previous && !noPreviousYear(form, previous)) {
    sources.push({ cause: 'LAST_YEARS_FIGURE', cells: cellMap(previous) });
  }
  if (consolidated && (form.scope === null || form.scope === 'ORGAN')) {
    sources.push({ cause: 'CONSOLIDATED_FIGURE', cells: cellMap(consolidated) });
  }
  return sources;
};

/**
 * How much it says, in bits, that all these cells print the source's figures; 0 where one does not. A figure of 100
 * says much, 1 little, 0 nothing.
 */
const telling = (cells: readonly FilledCell[], source: Source): number => {
  let bits = 0;
  for (const cell of cells) {
    const count = countOf(cell);
    if (count === null || count !== countOf(source.cells.get(cell))) return 0;
    bits += Math.log2(1 + count);
  }
  return bits;
};

/** A figure of 2 or more in the one place that is surely wrong says enough; among several places it takes more. */
const LEAST_BITS = 1.5;
/** Totals may as well be old sums of this report. */
const MORE_FOR_TOTALS = 0.4;

/**
 * The source whose figures the wrong cells print, if that tells one explanation from the others.
 * @param ofTotals whether an explanation changes totals alone
 */
export const copiedFrom = (
  alternatives: readonly (readonly CellChange[])[],
  sources: readonly Source[],
  ofTotals: (changes: readonly CellChange[]) => boolean,
): Source['cause'] | null => {
  const figures = alternatives.filter((changes) => changes.some((c) => countOf(c.cell) !== 0));
  const several = Math.log2(Math.max(1, figures.length)) / 2;
  const found = sources.filter((source) => {
    const said = alternatives.filter((changes) => {
      const least = LEAST_BITS + several + (ofTotals(changes) ? MORE_FOR_TOTALS : 0);
      return telling(cellsOf(changes), source) > least;
    });
    return said.length === 1;
  });
  return found[0]?.cause ?? null;
};

const cellsOf = (changes: readonly CellChange[]): readonly FilledCell[] =>
  changes.map((c) => c.cell);

const LEAST_BITS_OF_ROW = 3;

/** The one row of table three that is another report's and, with figures of its own, would mend every sum. */
export const copiedRow = (
  relations: readonly SumRelation[],
  sources: readonly Source[],
): Diagnosis | null => {
  const known = relations.filter((r) => r.state !== 'NOT_ASSESSABLE');
  const open = known.filter((r) => r.state !== 'HOLDS');
  if (open.length === 0 || sources.length === 0) return null;
  const rows = known.filter((r) => r.rule.check === 'A1').map((r) => [...r.left, ...r.right]);
  const copied = rows
    .filter((row) => sources.some((source) => telling(row, source) > LEAST_BITS_OF_ROW))
    .flatMap((row) => {
      const changes = mendedRow(row, known);
      return changes && changes.length > 0 ? [changes] : [];
    });
  return copied.length === 1 ? { breaks: open, alternatives: copied, shifted: false } : null;
};

/** What the sums down its columns make of a row; null where not every sum holds then. */
const mendedRow = (
  row: readonly FilledCell[],
  relations: readonly SumRelation[],
): readonly CellChange[] | null => {
  const changes: CellChange[] = [];
  for (const cell of row) {
    const by = changeOf(cell, relations);
    if (by === null || (countOf(cell) ?? 0) + by < 0) return null;
    if (by !== 0) changes.push({ cell, by });
  }
  return mendsAll(relations, changes) ? changes : null;
};

/** The change that the sums of a cell's column agree on; null where they do not. */
const changeOf = (cell: FilledCell, relations: readonly SumRelation[]): number | null => {
  const wanted = new Set<number>();
  for (const { name, left, right, leftSum, rightSum } of relations) {
    if (name.column !== cell.column) continue;
    const residual = leftSum - rightSum;
    if (left.includes(cell)) wanted.add(-residual);
    else if (right.includes(cell)) wanted.add(residual);
    else if (residual !== 0) return null;
  }
  const [only] = wanted;
  return wanted.size === 1 ? (only ?? null) : null;
};
