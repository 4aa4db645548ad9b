import { CELL_GAP, NUMBER } from '../cell-text.js';
import { around, type Box } from '../geometry.js';
import { SPACE, words, type TextLine } from '../text-lines.js';

/** Lines of one word that may stand between lines of several: wrapped labels, heads over several rows. */
const MAX_BETWEEN = 5;
/** Lines above the first row of several words that may belong to its heads. */
const FEW_HEADS = 3;
const MOST_HEADS = 8;
/** Lines further apart than this, in ems, do not belong together. */
const NEAR = 3;
const HEADING =
  /^(?:第?[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十][）)])\S*(?:情况|事项)[:：]?$/;

/** Lines of text that stand in columns. */
export interface TableRun extends Box {
  /** Index of its first line and behind its last. */
  from: number;
  to: number;
  words: readonly TextLine[];
}

/** The table that begins at line `at`, or null. Lines above its first row of several words that are its heads belong to it. */
export function tableRun(lines: readonly TextLine[], at: number): TableRun | null {
  let last = at;
  let rows = 0;
  let lined = 0;
  let widest = 0;
  for (let i = at; i < lines.length && i - last <= MAX_BETWEEN; i++) {
    const line = lines[i];
    if (!line || isProse(line)) break;
    const parts = words(line, CELL_GAP);
    if (i === at && parts.length < 2) return null;
    if (parts.length < 2) continue;
    last = i;
    lined++;
    const numbers = parts.filter((p) => NUMBER.test(p.text)).length;
    widest = Math.max(widest, numbers);
    if (numbers > 0) rows++;
  }
  // A table may begin with its heads, or with one row of numbers, at the foot of a page.
  const cutOff = last === lines.length - 1 && (rows === 0 || lined >= 2);
  if (rows < 2 && widest < 4 && !cutOff) return null;
  return extended(lines, at, last + 1);
}

function extended(lines: readonly TextLine[], at: number, end: number): TableRun {
  const box = around(lines.slice(at, end));
  let from = at;
  while (isPartOf(lines[from - 1], lines[from], box)) {
    if (at - from >= (hasSeveral(lines[from - 1]) ? MOST_HEADS : FEW_HEADS)) break;
    from--;
  }
  let to = end;
  while (to - end < MAX_BETWEEN && isPartOf(lines[to], lines[to - 1], box)) to++;
  const run = lines.slice(from, to);
  return { from, to, words: run.flatMap((l) => words(l, CELL_GAP)), ...around(run) };
}

/** Narrow heads stand so close to each other that a line of them looks like text with spaces. */
const hasSeveral = (line: TextLine | undefined): boolean =>
  line !== undefined && words(line, SPACE).length >= 3;

/** A lone line right above or below a table, within its sides and no heading or prose. */
function isPartOf(line: TextLine | undefined, next: TextLine | undefined, box: Box): boolean {
  if (!line || !next || isProse(line)) return false;
  const apart = Math.abs(line.baseline - next.baseline);
  return (
    apart < Math.max(line.size, next.size) * NEAR &&
    line.size < next.size * 1.3 &&
    line.x0 > box.x0 - line.size &&
    line.x1 < box.x1 + line.size
  );
}

const isProse = (line: TextLine): boolean =>
  /[。；]/.test(line.text) ||
  HEADING.test(line.text.replaceAll(' ', '')) ||
  (line.text.length > 60 && words(line, CELL_GAP).length < 3);
