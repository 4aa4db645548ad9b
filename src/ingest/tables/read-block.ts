import type { Block, CellAddress } from '../../format/form.js';
import { cellsOf } from '../../format/form.js';
import type { FilledCell, Finding } from '../../format/report.js';
import { align, partsOf } from './align.js';
import type { AlignedRow, Alignment } from './align.js';
import { arrangementsOf } from './arrangement.js';
import type { Arrangement } from './arrangement.js';
import { doubt, quoted } from './doubts.js';
import { fitRow } from './fit-row.js';
import type { RowFit } from './fit-row.js';
import { columnOrders } from './header.js';
import type { ColumnOrder } from './header.js';
import type { ChunkItem, Item, ValueCell } from './items.js';
import { moneyUnitOf } from './money-unit.js';
import { Pads } from './pads.js';
import { readRow } from './read-row.js';

/** A block read as one edition prints it. */
export interface BlockReading {
  block: Block;
  /** How badly the printed table fits; rows that the document ends before do not count. */
  cost: number;
  /** Every cell of the block, in printed order of the form. */
  cells: readonly FilledCell[];
  findings: readonly Finding[];
}

/** Below this the form's own arrangement fits and no other is tried. */
const GOOD = 0.8;
const LARGEST_LIST = 20;

interface Attempt {
  arrangement: Arrangement;
  order: ColumnOrder;
  alignment: Alignment;
  fitOf: FitOf;
  cost: number;
}
type FitOf = (
  chunks: readonly ChunkItem[],
  row: number,
  part?: readonly [number, number],
) => Fitted;
interface Fitted {
  cells: readonly ValueCell[];
  fit: RowFit;
}

const arrangements = new Map<Block, Arrangement[]>();

/** Reads the items of a segment as the given block. */
export function readBlock(block: Block, items: readonly Item[]): BlockReading {
  const best = bestAttempt(block, items);
  const unit = moneyUnitOf(items);
  const read = new Map<string, FilledCell>();
  const findings: Finding[] = [];
  best.alignment.rows.forEach((row, r) => {
    if (row.chunks.length === 0) return;
    const { cells, fit } = best.fitOf(row.chunks, r, row.part);
    const reading = readRow(best.arrangement, best.order, r, cells, fit, unit);
    reading.cells.forEach((c) => read.set(keyOf(c), c));
    findings.push(...reading.findings, ...rowFindings(row, reading.cells, cells, r === 0));
  });
  const cells = [...cellsOf(block)].map((address) => read.get(keyOf(address)) ?? absent(address));
  findings.push(...tableFindings(best, cells, items));
  return { block, cost: best.cost, cells, findings };
}

const keyOf = (a: CellAddress): string => `${a.row}/${a.column ?? ''}`;
const absent = ({ table, row, column }: CellAddress): FilledCell => ({
  table,
  row,
  column,
  status: 'ABSENT',
  value: null,
  raw: null,
  locator: null,
});

function bestAttempt(block: Block, items: readonly Item[]): Attempt {
  let known = arrangements.get(block);
  if (!known) arrangements.set(block, (known = arrangementsOf(block)));
  let best: Attempt | null = null;
  for (const arrangement of known) {
    if (Math.max(arrangement.rows.length, arrangement.columns.length) > LARGEST_LIST) {
      if (arrangement.name !== 'TABLE' && arrangement.name !== 'TURNED') continue;
    }
    for (const order of columnOrders(arrangement, items)) {
      const attempt = attemptOf(arrangement, order, items);
      if (!best || attempt.cost < best.cost - 1e-9) best = attempt;
    }
    if (best && best.cost < GOOD) break;
  }
  if (!best) throw new Error(`no arrangement for ${block.key}`);
  return best;
}

function attemptOf(arrangement: Arrangement, order: ColumnOrder, items: readonly Item[]): Attempt {
  const fitOf = fitter(arrangement, order, items);
  const alignment = align(arrangement, items, order.columns.length, (chunks, row) => {
    const filled = chunks.reduce((sum, c) => sum + c.filled, 0);
    if (chunks.length > 1 && filled > order.columns.length) return Infinity;
    return fitOf(chunks, row).fit.cost;
  });
  return { arrangement, order, alignment, fitOf, cost: alignment.cost + order.cost };
}

/** Lays chunks on the columns, each only once. */
function fitter(arrangement: Arrangement, order: ColumnOrder, items: readonly Item[]): FitOf {
  const width = order.columns.length;
  const pads = new Pads(arrangement, items, width);
  const known = new Map<ChunkItem, Map<string, Fitted>>();
  return (chunks, row, part = [0, 1]) => {
    const [first, last] = [chunks[0], chunks.at(-1)];
    if (!first) return { cells: [], fit: { cost: 0, options: [[]], overflow: false } };
    const depth = arrangement.rows[row]?.under.length ?? 0;
    const key = `${depth}/${part.join('/')}/${chunks.length}`;
    const ofFirst = known.get(first) ?? new Map<string, Fitted>();
    known.set(first, ofFirst);
    const there = ofFirst.get(key);
    if (there) return there;
    const cells = cellsOfPart(chunks, width, part);
    const context = {
      pads: part[1] > 1 ? null : pads.expected(depth, first),
      atEnd: last?.atEnd ?? false,
    };
    const fitted = { cells, fit: fitRow(cells, order, context) };
    ofFirst.set(key, fitted);
    return fitted;
  };
}

function cellsOfPart(
  chunks: readonly ChunkItem[],
  width: number,
  [part, parts]: readonly [number, number],
): readonly ValueCell[] {
  const cells = chunks.flatMap((c) => c.cells);
  if (parts === 1) return cells;
  const whole = chunks[0] && chunks[0].cells.length === partsOf(chunks[0], width) * width;
  const used = whole ? cells : cells.filter((c) => c.class !== 'BLANK');
  return used.slice(part * width, (part + 1) * width);
}

function rowFindings(
  row: AlignedRow,
  cells: readonly FilledCell[],
  printed: readonly ValueCell[],
  first: boolean,
): Finding[] {
  const findings: Finding[] = [];
  const numbers = quoted(printed.map((c) => c.text).join(' '));
  const seen = { ZH: `该行印有 ${numbers}`, EN: `the row prints ${numbers}` };
  if (!row.labelled && !first) findings.push(doubt('BY_POSITION', cells, seen));
  else if (!row.labelled) findings.push(doubt('BY_POSITION', cells, seen));
  const told = (c: ChunkItem): string => c.cells.map((x) => x.text.trim()).join(' ');
  const own = row.chunks.map(told).join(' ');
  const rivals = row.rivals.map(told).filter((t) => t !== own);
  if (rivals.length > 0) {
    const other = quoted(rivals[0] ?? '');
    findings.push(
      doubt('RIVALS', cells, { ZH: `也可能是 ${other}`, EN: `it may also be ${other}` }),
    );
  }
  return findings;
}

function tableFindings(
  best: Attempt,
  cells: readonly FilledCell[],
  items: readonly Item[],
): Finding[] {
  const findings: Finding[] = [];
  const stated = cells.filter((c) => c.value !== null);
  for (const chunk of best.alignment.leftOver) {
    const numbers = quoted(chunk.cells.map((c) => c.text).join(' '));
    findings.push(
      doubt('LEFT_OVER', neighbours(chunk, cells, items), {
        ZH: `${numbers}（${chunk.tokens[0]?.locator ?? ''}）`,
        EN: `${numbers} (${chunk.tokens[0]?.locator ?? ''})`,
      }),
    );
  }
  if (best.order.found === 0 && stated.length > 0 && best.order.columns.length > 1) {
    findings.push(doubt('HEADS', stated, { ZH: '未见可识别的栏目', EN: 'no head was found' }));
  }
  const missing = cells.filter((c) => c.status === 'ABSENT');
  if (missing.length > 0 && missing.length < cells.length) {
    const seen = { ZH: `缺 ${missing.length} 格`, EN: `${missing.length} cells are missing` };
    findings.push(doubt('INCOMPLETE', missing, seen));
  }
  return findings;
}

/** Cells read right before and after left-over numbers: those that the numbers may belong to. */
function neighbours(
  chunk: ChunkItem,
  cells: readonly FilledCell[],
  items: readonly Item[],
): readonly FilledCell[] {
  const at = items.indexOf(chunk);
  const near = new Set(
    items
      .slice(Math.max(0, at - 6), at + 7)
      .flatMap((i) => i.tokens)
      .map((t) => t.locator),
  );
  return cells.filter((c) => c.locator !== null && near.has(c.locator));
}
