import { addressKey } from '../format/form.js';
import type { FilledCell } from '../format/report.js';
import type { CellChange, Diagnosis } from './diagnosis.js';
import type { SumRelation } from './relations.js';

/**
 * Takes explanations of a whole table apart into causes.
 *
 * Changes belong to one cause where they cancel each other in a sum that holds as printed (a case moved between two
 * columns; a row and its total both raised), or where different explanations put the same difference in different
 * cells. Changes that every explanation has, and that cancel nothing, are causes of their own.
 */
export const changeGroups = (
  relations: readonly SumRelation[],
  sets: readonly (readonly CellChange[])[],
): readonly Diagnosis[] => {
  const relationsOf = indexByCell(relations);
  const certain = certainKeys(sets);
  const groups = new Groups();
  for (const set of sets) joinWhatCancels(set, relationsOf, groups);
  joinWhatIsDoubtful(sets, relationsOf, certain, groups);

  const members = new Map<string, Set<string>>();
  for (const key of new Set(sets.flat().map((c) => addressKey(c.cell)))) {
    const root = groups.rootOf(key);
    members.set(root, (members.get(root) ?? new Set<string>()).add(key));
  }
  return [...members.values()].map((keys) => diagnosisOf(keys, relations, sets));
};

/** Disjoint groups of cell keys. */
class Groups {
  private readonly parent = new Map<string, string>();

  rootOf(key: string): string {
    let root = key;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    return root;
  }

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)];
    if (rootA !== rootB) this.parent.set(rootA, rootB);
  }
}

type RelationsOfCell = ReadonlyMap<string, readonly SumRelation[]>;

const indexByCell = (relations: readonly SumRelation[]): RelationsOfCell => {
  const index = new Map<string, SumRelation[]>();
  for (const relation of relations) {
    for (const cell of [...relation.left, ...relation.right]) {
      const key = addressKey(cell);
      index.set(key, [...(index.get(key) ?? []), relation]);
    }
  }
  return index;
};

const changeKey = ({ cell, by }: CellChange): string => `${addressKey(cell)} ${String(by)}`;

/** Changes that stand in every explanation. */
const certainKeys = (sets: readonly (readonly CellChange[])[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const key of sets.flatMap((set) => set.map(changeKey))) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, n]) => n === sets.length).map(([key]) => key));
};

const joinWhatCancels = (
  set: readonly CellChange[],
  relationsOf: RelationsOfCell,
  groups: Groups,
): void => {
  const first = new Map<SumRelation, string>();
  for (const key of set.map((c) => addressKey(c.cell))) {
    for (const relation of relationsOf.get(key) ?? []) {
      if (relation.state !== 'HOLDS') continue;
      const other = first.get(relation);
      if (other === undefined) first.set(relation, key);
      else groups.join(key, other);
    }
  }
};

/** Joins the cells among which explanations differ, where they would mend the same broken relation. */
const joinWhatIsDoubtful = (
  sets: readonly (readonly CellChange[])[],
  relationsOf: RelationsOfCell,
  certain: ReadonlySet<string>,
  groups: Groups,
): void => {
  const first = new Map<SumRelation, string>();
  for (const change of sets.flat()) {
    if (certain.has(changeKey(change))) continue;
    const key = addressKey(change.cell);
    for (const relation of relationsOf.get(key) ?? []) {
      if (relation.state === 'HOLDS') continue;
      const other = first.get(relation);
      if (other === undefined) first.set(relation, key);
      else groups.join(key, other);
    }
  }
};

const effectOn = (relation: SumRelation, changes: readonly CellChange[]): number => {
  const by = new Map(changes.map((c) => [addressKey(c.cell), c.by]));
  const side = (cells: readonly FilledCell[]): number =>
    cells.reduce((sum, cell) => sum + (by.get(addressKey(cell)) ?? 0), 0);
  return side(relation.left) - side(relation.right);
};

const diagnosisOf = (
  keys: ReadonlySet<string>,
  relations: readonly SumRelation[],
  sets: readonly (readonly CellChange[])[],
): Diagnosis => {
  const distinct = new Map<string, readonly CellChange[]>();
  for (const set of sets) {
    const own = set.filter((c) => keys.has(addressKey(c.cell)));
    if (own.length > 0) distinct.set(own.map(changeKey).join(' '), own);
  }
  const alternatives = [...distinct.values()];
  const breaks = relations.filter(
    (r) => r.state !== 'HOLDS' && alternatives.some((changes) => effectOn(r, changes) !== 0),
  );
  return { breaks, alternatives, shifted: false };
};
