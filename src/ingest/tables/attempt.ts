import type { Block } from '../../format/form.js';
import { align } from './align.js';
import type { ChunkCost } from './align.js';
import type { Alignment } from './alignment.js';
import { arrangementsOf } from './arrangement.js';
import type { Arrangement } from './arrangement.js';
import { partsOf } from './chunks.js';
import type { FitContext } from './fit-problem.js';
import { rowCost } from './fit-row.js';
import { columnOrders } from './header.js';
import type { ColumnOrder } from './column-order.js';
import type { ChunkItem, Item, ValueCell } from './items.js';
import { labelCosts } from './label-costs.js';
import { Pads } from './pads.js';

/** A segment read in one arrangement and one order of columns. */
export interface Attempt {
  arrangement: Arrangement;
  order: ColumnOrder;
  alignment: Alignment;
  pads: Pads;
  cost: number;
}

/** Below this the form's own arrangement fits and no other is tried. */
const GOOD = 0.8;
/** So much more an attempt may cost before its rows are put in order. */
const ROOM = 12;
/** What an arrangement costs that is not the form's own. */
const UNUSUAL = 0.3;
const HARD = 1;
const SOFT = 0.15;
/** Attempts closer than this decide nothing between editions. */
export const TIE = 0.2;
/** Rows that the document ends before cost a little while aligning and nothing after. */
const AT_END = 0.6;
/** Lists and wide rows of more cells than this are not printed. */
const LARGEST_LIST = 20;

const known = new Map<Block, readonly Arrangement[]>();

function arrangements(block: Block): readonly Arrangement[] {
  let all = known.get(block);
  if (!all) {
    all = arrangementsOf(block).filter(
      ({ name, rows, columns }) =>
        name === 'TABLE' ||
        name === 'TURNED' ||
        Math.max(rows.length, columns.length) <= LARGEST_LIST,
    );
    known.set(block, all);
  }
  return all;
}

/**
 * The attempts for blocks that are editions of one, the best first: other arrangements only where the form's own fits
 * none; attempts that cost `TIE` more than the best are left out.
 */
export function bestAttempts(blocks: readonly Block[], items: readonly Item[]): Attempt[] {
  const [one, other] = blocks;
  if (one && other && isSame(one, other)) return bestAttempts([one], items).flatMap(forBoth(other));
  const inOrder = [...blocks].sort((a, b) => likeness(b, items) - likeness(a, items));
  const found: Attempt[] = [];
  const least = (): number => Math.min(...found.map((a) => a.cost));
  const tryAll = (from: number, to?: number): void => {
    for (const block of inOrder) {
      for (const arrangement of arrangements(block).slice(from, to)) {
        for (const order of columnOrders(arrangement, items)) {
          const attempt = attemptOf(arrangement, order, items, worthwhile(least()));
          if (attempt) found.push(attempt);
        }
      }
    }
  };
  tryAll(0, 1);
  if (least() >= GOOD) tryAll(1);
  return bestOfEach(blocks, found).filter((a) => a.cost < least() + TIE);
}

/** Both editions print the block alike. */
const isSame = (a: Block, b: Block): boolean => a.rows === b.rows && a.columns === b.columns;

const forBoth =
  (block: Block) =>
  (attempt: Attempt): Attempt[] => [
    attempt,
    { ...attempt, arrangement: { ...attempt.arrangement, block } },
  ];

/** What an attempt may cost while aligning: rows out of their order come cheaper in the end, which a bad fit leaves room for. */
const worthwhile = (least: number): number => least + TIE + (least < GOOD ? 0 : ROOM);

/** For each block its best attempt, the best of all first. */
function bestOfEach(blocks: readonly Block[], found: readonly Attempt[]): Attempt[] {
  const sorted = [...found].sort((a, b) => a.cost - b.cost);
  return blocks
    .flatMap((block) => sorted.find((a) => a.arrangement.block === block) ?? [])
    .sort((a, b) => a.cost - b.cost);
}

/** How many labels of the block stand among the items. */
function likeness(block: Block, items: readonly Item[]): number {
  const [own] = arrangements(block);
  const ids = new Set([...(own?.rows ?? []), ...(own?.columns ?? [])].map((line) => line.own));
  return items.filter((i) => i.kind === 'label' && ids.has(i.candidates[0]?.id ?? -1)).length;
}

/** Null where the alignment costs more than `most`. */
function attemptOf(
  arrangement: Arrangement,
  order: ColumnOrder,
  items: readonly Item[],
  most: number,
): Attempt | null {
  const limit = most - order.cost + AT_END;
  if (leastCost(arrangement, items) > limit) return null;
  const pads = new Pads(arrangement, items, order.columns.length);
  const cost = chunkCosts(arrangement, order, pads);
  const alignment = limit > 0 ? align(arrangement, items, order.columns.length, cost, limit) : null;
  if (!alignment) return null;
  const unusual = arrangement === arrangements(arrangement.block)[0] ? 0 : UNUSUAL;
  return { arrangement, order, alignment, pads, cost: alignment.cost + order.cost + unusual };
}

/** One missing or extra cell tells against a row nearly as much as many: it is the row all the same. */
const softened = (cost: number): number =>
  cost <= HARD || cost === Infinity ? cost : HARD + SOFT * (cost - HARD);

/** What the labels of the items cost at least: most attempts at the wrong edition end here. */
function leastCost(arrangement: Arrangement, items: readonly Item[]): number {
  const costs = labelCosts(arrangement);
  return items.reduce((sum, i) => sum + (i.kind === 'label' ? costs.least(i) : 0), 0);
}

/** Costs of laying chunks on rows, each computed once. */
function chunkCosts(arrangement: Arrangement, order: ColumnOrder, pads: Pads): ChunkCost {
  const known = new Map<ChunkItem, number[]>();
  return (chunks, row) => {
    const [first] = chunks;
    if (!first) return Infinity;
    if (chunks.length > 1) {
      const filled = chunks.reduce((sum, c) => sum + c.filled, 0);
      if (filled > order.columns.length) return Infinity;
      const cells = chunks.flatMap((c) => c.cells);
      return softened(rowCost(cells, order, contextOf(arrangement, pads, chunks, row)));
    }
    const depth = depthOf(arrangement, row);
    const byDepth = known.get(first) ?? [];
    known.set(first, byDepth);
    return (byDepth[depth] ??= softened(
      rowCost(first.cells, order, contextOf(arrangement, pads, chunks, row)),
    ));
  };
}

const depthOf = (arrangement: Arrangement, row: number): number =>
  arrangement.rows[row]?.under.length ?? 0;

/** What is known of the cells of a row beside themselves. */
export function contextOf(
  arrangement: Arrangement,
  pads: Pads,
  chunks: readonly ChunkItem[],
  row: number,
): FitContext {
  const [first, last] = [chunks[0], chunks.at(-1)];
  return {
    pads: first ? pads.expected(depthOf(arrangement, row), first) : null,
    atEnd: last?.atEnd ?? false,
  };
}

/** Cells of a row: those of its chunks, or one of several equal parts of a chunk. */
export function cellsOfPart(
  chunks: readonly ChunkItem[],
  width: number,
  [part, parts]: readonly [number, number],
): readonly ValueCell[] {
  if (parts === 1 && chunks.length === 1) return chunks[0]?.cells ?? [];
  const cells = chunks.flatMap((c) => c.cells);
  if (parts === 1) return cells;
  const whole = chunks[0] && chunks[0].cells.length === partsOf(chunks[0], width) * width;
  const used = whole ? cells : cells.filter((c) => c.class !== 'BLANK');
  return used.slice(part * width, (part + 1) * width);
}
