import { addressKey } from '../format/form.js';
import type { FilledCell } from '../format/report.js';
import { countOf } from './cells.js';
import { changeGroups } from './change-groups.js';
import { shiftedTable } from './column-shift.js';
import { smallestCorrections } from './correction-search.js';
import type { Change, Problem } from './correction-search.js';
import type { CellChange, Diagnosis } from './diagnosis.js';
import { operandsOf } from './relations.js';
import type { SumRelation } from './relations.js';
import { surelyWrong } from './surely-wrong.js';

const isOpen = (relation: SumRelation): boolean =>
  relation.state === 'FAILS' || relation.state === 'SHORT';

const problemOf = (relations: readonly SumRelation[], cells: readonly FilledCell[]): Problem => {
  const index = new Map(cells.map((cell, i) => [addressKey(cell), i]));
  const terms = (side: readonly FilledCell[], sign: 1 | -1) =>
    side.map((cell) => ({ cell: index.get(addressKey(cell)) ?? -1, sign }));
  return {
    values: cells.map((cell) => countOf(cell) ?? 0),
    equations: relations.map((r) => ({
      group: r.rule.check,
      terms: [...terms(r.left, 1), ...terms(r.right, -1)],
    })),
  };
};

/** Each broken relation by itself: nothing smaller was found. Any of its cells may be the wrong one. */
const oneByOne = (open: readonly SumRelation[]): Diagnosis[] =>
  open.map((relation) => ({ breaks: [relation], alternatives: [], shifted: false }));

/**
 * Why the relations of a table do not hold: one diagnosis for each cause. Every broken relation is in at least one
 * of them, and none that holds.
 */
export const diagnose = (all: readonly SumRelation[]): readonly Diagnosis[] => {
  const relations = all.filter((r) => r.state !== 'NOT_ASSESSABLE');
  const open = relations.filter(isOpen);
  if (open.length === 0) return [];
  const cells = operandsOf(relations);
  const problem = problemOf(relations, cells);
  const changes = (set: readonly Change[]): CellChange[] =>
    set.flatMap(({ cell, by }) => {
      const found = cells[cell];
      return found ? [{ cell: found, by }] : [];
    });

  const { sets, complete } = smallestCorrections(problem);
  const size = complete && sets[0] ? sets[0].length : Infinity;
  const shift = size > 2 ? shiftedTable(relations) : null;
  if (shift) return [{ breaks: open, ...shift }];
  if (size < Infinity) return changeGroups(relations, sets.map(changes));

  const sure = surelyWrong(problem);
  return sure.length === 0 ? oneByOne(open) : afterSure(relations, changes(sure));
};

/** Splits off the cells that are wrong beyond doubt and diagnoses what is left. */
const afterSure = (
  relations: readonly SumRelation[],
  sure: readonly CellChange[],
): readonly Diagnosis[] => {
  const mended = relations.map((relation) => mend(relation, sure));
  const printed = new Map(mended.map((m, i) => [m, relations[i]]));
  const rest = diagnose(mended).map((d) => ({
    ...d,
    breaks: d.breaks.flatMap((m) => printed.get(m) ?? []).filter(isOpen),
  }));
  return [...changeGroups(relations, [sure]), ...rest.filter((d) => d.breaks.length > 0)];
};

const mend = (relation: SumRelation, changes: readonly CellChange[]): SumRelation => {
  const by = new Map(changes.map((c) => [addressKey(c.cell), c.by]));
  const side = (cells: readonly FilledCell[]): FilledCell[] =>
    cells.map((cell) => {
      const change = by.get(addressKey(cell));
      if (change === undefined) return cell;
      return { ...cell, status: 'READ', value: String((countOf(cell) ?? 0) + change) };
    });
  const total = (cells: readonly FilledCell[]): number =>
    cells.reduce((sum, cell) => sum + (countOf(cell) ?? 0), 0);
  const [left, right] = [side(relation.left), side(relation.right)];
  const [leftSum, rightSum] = [total(left), total(right)];
  const state = leftSum === rightSum ? 'HOLDS' : relation.state === 'SHORT' ? 'SHORT' : 'FAILS';
  return { ...relation, left, right, leftSum, rightSum, state };
};
