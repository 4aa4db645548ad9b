import type { Block, CellAddress } from '../../format/form.js';
import { cellsOf } from '../../format/form.js';
import type { FilledCell, Finding } from '../../format/report.js';
import type { AlignedRow } from './alignment.js';
import { bestAttempts, cellsOfPart, contextOf } from './attempt.js';
import type { Attempt } from './attempt.js';
import { doubt, quoted, seenIn } from './doubts.js';
import { fitRow } from './fit-row.js';
import type { ChunkItem, Item, ValueCell } from './items.js';
import { LastColumn } from './last-column.js';
import { moneyUnitOf } from './money-unit.js';
import { endsInSum, isPacked } from './packed.js';
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

/** One edition's way to read a segment: what it costs, and its cells when they are asked for. */
export interface Candidate {
  block: Block;
  cost: number;
  read: () => BlockReading;
}

/** The editions' ways to read the items of a segment, the best first. */
export function readBlocks(blocks: readonly Block[], items: readonly Item[]): Candidate[] {
  return bestAttempts(blocks, items).map((attempt) => {
    let reading: BlockReading | null = null;
    const read = (): BlockReading => (reading ??= readAttempt(attempt, items));
    return { block: attempt.arrangement.block, cost: attempt.cost, read };
  });
}

function readAttempt(attempt: Attempt, items: readonly Item[]): BlockReading {
  const { arrangement, order, alignment, pads, cost } = attempt;
  const { block } = arrangement;
  const unit = moneyUnitOf(items);
  const read = new Map<string, FilledCell>();
  const findings: Finding[] = [];
  const width = order.columns.length;
  const packed = isPacked(attempt);
  const lacking = new LastColumn(width);
  alignment.rows.forEach((row, r) => {
    if (row.chunks.length === 0) return;
    const printed = cellsOfPart(row.chunks, width, row.part);
    const cells = packed ? printed.filter((c) => c.class !== 'BLANK') : printed;
    const context = contextOf(arrangement, pads, row.chunks, r);
    const fit = fitRow(cells, order, row.part[1] > 1 ? { ...context, pads: null } : context);
    const reading = readRow(arrangement, order, r, cells, fit, unit);
    reading.cells.forEach((c) => read.set(keyOf(c), c));
    findings.push(...reading.findings, ...rowFindings(row, reading.cells, cells));
    lacking.note(reading, cells);
    if (!packed && looksPacked(block, cells, width)) {
      findings.push(doubt('PLACE', reading.cells, seenIn(cells)));
    }
  });
  const cells = [...cellsOf(block)].map((address) => read.get(keyOf(address)) ?? absent(address));
  findings.push(...lacking.findings());
  findings.push(...tableFindings(attempt, cells, items));
  return { block, cost, cells, findings };
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

/** A single row whose last number is the sum of the others, and the total blank. */
const looksPacked = (block: Block, cells: readonly ValueCell[], width: number): boolean =>
  block.table === 'REQUESTS' && endsInSum(cells, width) && cells.some((c) => /[1-9]/.test(c.text));

function rowFindings(
  row: AlignedRow,
  cells: readonly FilledCell[],
  printed: readonly ValueCell[],
): Finding[] {
  const findings: Finding[] = [];
  if (!row.labelled) {
    findings.push(doubt('BY_POSITION', cells, seenIn(printed)));
  }
  if (row.rivals.length === 0) return findings;
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
    const near = neighbours(chunk, cells, items);
    const missing = cells.filter((c) => c.status === 'ABSENT');
    findings.push(
      doubt('LEFT_OVER', [...near, ...missing], {
        ZH: `${numbers}（${chunk.tokens[0]?.locator ?? ''}）`,
        EN: `${numbers} (${chunk.tokens[0]?.locator ?? ''})`,
      }),
    );
  }
  if (best.order.found === 0 && stated.length > 0 && best.arrangement.columns.length > 1) {
    findings.push(doubt('HEADS', stated, { ZH: '未见可识别的栏目', EN: 'no head was found' }));
  }
  if (!isInOrder(best.order.columns) && stated.length > 0) {
    const seen = {
      ZH: '栏目的顺序与规定格式不同，按所印的栏目读取',
      EN: 'they stand in another order than on the form and were read as they are printed',
    };
    findings.push(doubt('HEADS', stated, seen));
  }
  const missing = cells.filter((c) => c.status === 'ABSENT');
  findings.push(...cutNumber(best, cells, missing.length > 0));
  if (missing.length < cells.length) findings.push(...incomplete(missing));
  return findings;
}

/** Tells which cells of a printed table are missing; nothing where none is. */
export function incomplete(missing: readonly FilledCell[]): Finding[] {
  if (missing.length === 0) return [];
  const seen = { ZH: `缺 ${missing.length} 格`, EN: `${missing.length} cells are missing` };
  return [doubt('INCOMPLETE', missing, seen)];
}

const isInOrder = (columns: readonly number[]): boolean => {
  const known = columns.filter((c) => c >= 0);
  return known.every((c, i) => i === 0 || c > (known[i - 1] ?? 0));
};

/** The last number of a document that ends in a table may have been cut itself. */
function cutNumber(
  { alignment, arrangement }: Attempt,
  cells: readonly FilledCell[],
  incomplete: boolean,
): Finding[] {
  const chunk = alignment.rows.flatMap((r) => r.chunks).find((c) => c.atEnd);
  const token = chunk?.cells.at(-1)?.token;
  const cell = cells.findLast((c) => c.locator === token?.locator && c.value !== null);
  const ends = arrangement.block.table === 'APPEALS' || token?.columnsKnown;
  if (!cell || (ends && !incomplete)) return [];
  const seen = {
    ZH: '文件到此为止，数字可能不全',
    EN: 'the document ends here, the number may be cut',
  };
  return [doubt('INCOMPLETE', [cell], seen)];
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
