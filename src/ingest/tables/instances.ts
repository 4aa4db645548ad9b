import type { Finding } from '../../format/report.js';
import { doubt } from './doubts.js';
import type { Item } from './items.js';
import { itemHeadId, lexicon, titleIds } from './lexicon.js';
import type { BlockReading, Candidate } from './read-block.js';
import type { Segment } from './segments.js';

/** No table of the form has more labels and numbers than this, however they are printed. */
const MOST_ITEMS = 1_500;
/** Stretches of a block that other texts cut apart, beyond which none is looked at. */
const MOST_STRETCHES = 200;
/** More printings of a block than this are not compared. */
const MOST_PRINTINGS = 8;

/**
 * The printings of a block: parts that page breaks or other texts cut apart make one, a table that is printed again
 * makes another. Places that only look like the block are left out.
 */
export function instancesOf(key: string, segments: readonly Segment[]): (readonly Item[])[] {
  const printed: Printing[] = [];
  const own = segments.filter((s) => s.block === key).slice(0, MOST_STRETCHES);
  for (const part of own.flatMap((s) => printings(s.items))) {
    const last = printed.at(-1);
    const rows = labelledRows(part);
    if (last && last.items.length < MOST_ITEMS && !rows.some((row) => last.has(row))) {
      last.add(part, rows);
    } else if (printed.length < MOST_PRINTINGS) {
      printed.push(new Printing(part, rows));
    }
  }
  return printed.map((p) => p.items.slice(0, MOST_ITEMS)).filter(isCredible);
}

/** Parts of a block that were printed apart, none of whose rows comes twice. */
class Printing {
  readonly items: Item[] = [];
  private readonly rows = new Map<number, LabelledRow[]>();

  constructor(items: readonly Item[], rows: readonly LabelledRow[]) {
    this.add(items, rows);
  }

  add(items: readonly Item[], rows: readonly LabelledRow[]): void {
    for (const item of items) this.items.push(item);
    for (const row of rows) {
      const last = row.ids.at(-1) ?? -1;
      this.rows.set(last, [...(this.rows.get(last) ?? []).slice(0, MOST_PRINTINGS), row]);
    }
  }

  has(row: LabelledRow): boolean {
    return this.rows.get(row.ids.at(-1) ?? -1)?.some((other) => isSame(other, row)) ?? false;
  }
}

/** Cuts a stretch where its first row of numbers comes again. */
function printings(items: readonly Item[]): (readonly Item[])[] {
  const rows = labelledRows(items);
  const parts: (readonly Item[])[] = [];
  let [from, first] = [0, rows[0]];
  for (const row of rows) {
    if (!first || row === first || !isSame(row, first)) continue;
    parts.push(items.slice(from, row.from));
    [from, first] = [row.from, row];
    if (parts.length >= MOST_PRINTINGS) return parts;
  }
  return [...parts, items.slice(from)];
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
