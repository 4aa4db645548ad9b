import type { Finding } from '../../format/report.js';
import { doubt } from './doubts.js';
import type { Item } from './items.js';
import { itemHeadId, lexicon, titleIds } from './lexicon.js';
import type { BlockReading, Candidate } from './read-block.js';
import type { Segment } from './segments.js';

/**
 * The printings of a block: parts that page breaks or other texts cut apart make one, a table that is printed again
 * makes another. Places that only look like the block are left out.
 */
export function instancesOf(key: string, segments: readonly Segment[]): (readonly Item[])[] {
  const instances: Item[][] = [];
  for (const part of segments.filter((s) => s.block === key).flatMap((s) => printings(s.items))) {
    const last = instances.at(-1);
    if (last && !repeats(last, part)) last.push(...part);
    else instances.push([...part]);
  }
  return instances.filter(isCredible);
}

/** Cuts a stretch where its first row of numbers comes again. */
function printings(items: readonly Item[]): (readonly Item[])[] {
  const rows = labelledRows(items);
  const [first] = rows;
  const again = first && rows.find((row) => row !== first && isSame(row, first));
  if (!again) return [items];
  return [items.slice(0, again.from), ...printings(items.slice(again.from))];
}

/** Ids of the labels that stand before a chunk of numbers, since the chunk before it. */
interface LabelledRow {
  ids: readonly number[];
  /** Index of the first item behind the numbers before. */
  from: number;
}

function labelledRows(items: readonly Item[]): LabelledRow[] {
  const rows: LabelledRow[] = [];
  let [ids, from]: [number[], number] = [[], 0];
  items.forEach((item, i) => {
    if (item.kind === 'label' && item.candidates[0]) ids.push(item.candidates[0].id);
    if (item.kind !== 'chunk' || item.filled === 0) return;
    if (ids.length > 0) rows.push({ ids, from });
    [ids, from] = [[], i + 1];
  });
  return rows;
}

/** The same labels, or the last of them without the heads before. */
function isSame(a: LabelledRow, b: LabelledRow): boolean {
  const length = Math.min(a.ids.length, b.ids.length);
  return a.ids.slice(-length).join() === b.ids.slice(-length).join();
}

/** A row of the later part was printed in the earlier one. */
function repeats(before: readonly Item[], after: readonly Item[]): boolean {
  const seen = labelledRows(before);
  return labelledRows(after).some((row) => seen.some((other) => isSame(row, other)));
}

/** A table shows at least two of: heading or heads of columns, labels of rows, numbers. */
function isCredible(items: readonly Item[]): boolean {
  const places = new Set<number>();
  let heading = false;
  let titled = false;
  for (const item of items) {
    if (item.kind !== 'label') continue;
    const best = item.candidates[0];
    if (item.heading.length === 1 || best?.id === itemHeadId) heading = true;
    if (best && titleIds.has(best.id)) titled = true;
    if (best && best.cost < 0.4 && lexicon[best.id]?.isPlace) places.add(best.id);
  }
  const numbers = items.some((i) => i.kind === 'chunk' && i.filled > 0);
  if (titled && items.some((i) => i.kind === 'chunk' && i.filled > 4)) return true;
  return (heading && places.size > 0) || (numbers && places.size > 0) || places.size > 2;
}

/** The most complete printing; what others say differently is told. */
export function pickInstance(printings: readonly (readonly Candidate[])[]): {
  candidates: readonly Candidate[];
  findings: readonly Finding[];
} {
  const [only] = printings;
  if (only && printings.length === 1) return { candidates: only, findings: [] };
  const score = ([best]: readonly Candidate[]): number =>
    best ? best.read().cells.filter((c) => c.status !== 'ABSENT').length - best.cost : -Infinity;
  const candidates = [...printings].sort((a, b) => score(b) - score(a))[0] ?? [];
  const findings = printings
    .filter((p) => p !== candidates)
    .flatMap((p) => differences(candidates[0]?.read(), p[0]?.read()));
  return { candidates, findings };
}

function differences(best: BlockReading | undefined, other: BlockReading | undefined): Finding[] {
  if (!best || !other) return [];
  const told = new Map(other.cells.map((c) => [`${c.row}/${c.column ?? ''}`, c.value]));
  const cells = best.cells.filter((c) => {
    const value = told.get(`${c.row}/${c.column ?? ''}`) ?? null;
    return value !== null && value !== c.value;
  });
  if (cells.length === 0) return [];
  const seen = { ZH: `有 ${cells.length} 格两次不同`, EN: `${cells.length} cells differ` };
  return [doubt('PRINTED_TWICE', cells, seen)];
}
