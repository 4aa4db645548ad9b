import { forms } from '../../format/forms.js';
import type { Item, LabelItem } from './items.js';
import { lexicon } from './lexicon.js';
import type { Candidate } from './match-label.js';

/** A stretch of the page that belongs to one block of the form. */
export interface Segment {
  /** Key of the block: documents, licensing, …, requests, appeals. */
  block: string;
  items: readonly Item[];
}

/** Blocks of all editions in printed order. */
export const blockKeys: readonly string[] = [
  ...new Set(['documents', ...forms.flatMap((f) => f.blocks.map((b) => b.key))]),
].sort((a, b) => order(a) - order(b));

function order(key: string): number {
  return Math.max(...forms.map((f) => f.blocks.findIndex((b) => b.key === key)));
}

const COST = {
  leave: 0.15,
  enter: 1,
  enterAtHeading: 0.7,
  /** Numbers and other texts begin no table. */
  enterWithoutLabel: 2.5,
  foreignLabel: 1.5,
  foreignHeading: 2.5,
  weakLabel: 0.9,
  other: 0.5,
  short: 0.1,
  prose: 2.5,
  ignoredLabel: 0.7,
  ignoredNumbers: 0.4,
  ignoredNumber: 0.1,
} as const;

/** State 0 is "no table", state k the block `blockKeys[k − 1]`. */
export function segmentsOf(items: readonly Item[]): Segment[] {
  const states = path(items);
  const segments: { block: string; items: Item[] }[] = [];
  let last = 0;
  items.forEach((item, i) => {
    const state = states[i] ?? 0;
    if (state !== last && state > 0)
      segments.push({ block: blockKeys[state - 1] ?? '', items: [] });
    if (state > 0) segments.at(-1)?.items.push(item);
    last = state;
  });
  const end = states.findLastIndex((s) => s > 0);
  const final = items[end];
  if (final && isRemnant(items.slice(end + 1))) final.cutOff = true;
  return segments;
}

/** What is left of a document that breaks off in a table: nothing, or a piece of a label. */
const isRemnant = (rest: readonly Item[]): boolean =>
  rest.length <= 2 &&
  rest.every((i) => (i.kind === 'chunk' ? i.filled === 0 : i.kind === 'label' || !i.prose));

/** The cheapest sequence of states (Viterbi). */
function path(items: readonly Item[]): number[] {
  const n = blockKeys.length + 1;
  let costs: number[] = Array.from({ length: n }, (_, s) => (s === 0 ? 0 : Infinity));
  const back: Uint8Array[] = [];
  for (const item of items) {
    const from = new Uint8Array(n);
    const leaving = leastOf(costs, 1);
    const entering = leastOf(costs, 0);
    const next = costs.map((stay, s) => {
      const source = s === 0 ? leaving : entering;
      const move = source.cost + (s === 0 ? COST.leave : entryCost(item));
      from[s] = move < stay ? source.state : s;
      return Math.min(stay, move) + emission(item, s);
    });
    back.push(from);
    costs = next;
  }
  let state = leastOf(costs, 0).state;
  const states: number[] = [];
  for (let i = items.length - 1; i >= 0; i--) {
    states.push(state);
    state = back[i]?.[state] ?? 0;
  }
  return states.reverse();
}

function leastOf(costs: readonly number[], from: number): { state: number; cost: number } {
  let state = from;
  for (let s = from; s < costs.length; s++) {
    if ((costs[s] ?? Infinity) < (costs[state] ?? Infinity)) state = s;
  }
  return { state, cost: costs[state] ?? Infinity };
}

/** Blocks begin with their heading, else with another label, hardly with anything else. */
function entryCost(item: Item): number {
  if (item.kind !== 'label' || item.inner) return COST.enterWithoutLabel;
  return item.heading.length === 1 ? COST.enterAtHeading : COST.enter;
}

function emission(item: Item, state: number): number {
  if (item.kind === 'chunk') return state === 0 ? ignoredCost(item.filled) : 0;
  if (item.kind === 'other') {
    if (state === 0) return 0;
    if (item.prose) return COST.prose;
    return item.text.trim().length <= 2 ? COST.short : COST.other;
  }
  return labelEmission(item, state);
}

/** The more numbers stand together, the less they are passed over. */
const ignoredCost = (filled: number): number =>
  filled === 0 ? 0 : COST.ignoredNumbers + COST.ignoredNumber * Math.min(filled, 15);

/** Costs of a label in each state, kept by its candidates: equal texts share them. */
const known = new WeakMap<object, Float64Array>();

function labelEmission(item: LabelItem, state: number): number {
  if (item.heading.length > 0) {
    if (state === 0) return COST.ignoredLabel;
    return item.heading.includes(blockKeys[state - 1] ?? '') ? 0 : COST.foreignHeading;
  }
  let costs = known.get(item.candidates);
  if (!costs) known.set(item.candidates, (costs = candidateCosts(item.candidates)));
  return costs[state] ?? Infinity;
}

function candidateCosts(candidates: readonly Candidate[]): Float64Array {
  const good = (candidates[0]?.cost ?? Infinity) < 0.3;
  const inBlock = (block: string): number =>
    candidates.find(({ id }) => lexicon[id]?.blocks.has(block))?.cost ??
    (good ? COST.foreignLabel : COST.weakLabel);
  return Float64Array.from([good ? COST.ignoredLabel : COST.short, ...blockKeys.map(inBlock)]);
}
