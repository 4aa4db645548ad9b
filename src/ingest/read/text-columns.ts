import { classify } from '../tables/cell-class.js';
import { splitLine } from '../tables/split-line.js';

/** The cells of one line of a table. */
export interface LinePieces {
  cells: readonly { text: string; at: number }[];
}

/** For each line its cells, null for a line that only draws a table, undefined for a line outside tables. */
export type Pieces = readonly (LinePieces | null | undefined)[];

const BARS = /[|\uff5c\u2502\u2503\u2506\u250a\u2551\u00a6]/;
const BAR = /(?<!\\)[|\uff5c\u2502\u2503\u2506\u250a\u2551\u00a6]/g;
/** | --- | :-: |, ├───┼───┤, +-----+ */
const RULE =
  /^[\s|\uff5c]*:?-{2,}:?[\s|\uff5c:-]*$|^\s*[\u2500-\u257f+=\s-]*[\u250c-\u256c+][\u2500-\u257f+=\s-]*$/;
const LONGEST = 2_000;

/** Cuts the lines of a text into cells where they are lines of tables. */
export function splitterOf(lines: readonly string[]): Pieces {
  const pieces: (LinePieces | null | undefined)[] = lines.map((line) => strongPieces(line));
  weakRuns(lines, pieces);
  return pieces;
}

/** Bars and tabs are enough by themselves. */
function strongPieces(line: string): LinePieces | null | undefined {
  if (line.length > 20 * LONGEST || line.trim() === '') return undefined;
  if (BARS.test(line)) return RULE.test(line) ? null : { cells: barCells(line) };
  if (RULE.test(line) && /[+\u250c-\u256c]/.test(line)) return null;
  return line.includes('\t') ? tabCells(line) : undefined;
}

/** Cells between bars; what stands in front of the first bar and behind the last only if it is not empty. */
function barCells(line: string): { text: string; at: number }[] {
  const cells: { text: string; at: number }[] = [];
  let at = 0;
  const push = (end: number): void => {
    cells.push(tidy(line.slice(at, end), at));
  };
  for (const bar of line.matchAll(BAR)) {
    if (bar.index > at || at > 0 || line.slice(0, bar.index).trim() !== '') push(bar.index);
    at = bar.index + 1;
  }
  if (line.slice(at).trim() !== '') push(line.length);
  if (line.trimStart().search(BAR) === 0 && cells[0]?.text === '' && cells[0].at === 0)
    cells.shift();
  return cells.length === 0 ? [{ text: '', at: 0 }] : cells;
}

/** Without the marks of Markdown and HTML that a cell of text may carry. */
function tidy(text: string, at: number): { text: string; at: number } {
  const plain = text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/&nbsp;|&#160;|&emsp;|&ensp;/gi, ' ')
    .replace(/\\([|*_\\])/g, '$1')
    .replace(/^\s*(\*\*|__)([\s\S]*)\1\s*$/, '$2');
  return { text: plain.trim(), at: at + (text.length - text.trimStart().length) };
}

/** Cells between tabs; undefined for prose and for a line that tabs only indent. */
export function tabCells(line: string): LinePieces | undefined {
  const texts = line.split('\t');
  const filled = texts.filter((t) => t.trim() !== '');
  const indented = filled.length === 1 && texts.at(-1)?.trim() !== '' && filled[0] === texts.at(-1);
  if (filled.some((t) => classify(t.trim()) === 'PROSE') && filled.length < 3) return undefined;
  if (indented && classify((filled[0] ?? '').trim()) !== 'VALUE') return undefined;
  let at = 0;
  return {
    cells: texts.map((text) => {
      const cell = tidy(text, at);
      at += text.length + 1;
      return cell;
    }),
  };
}

/** A way to cut lines that is sure only where several lines in a row agree on it. */
type Cut = (line: string) => readonly { text: string; at: number }[];

const cutAt =
  (separator: RegExp): Cut =>
  (line) => {
    const cells: { text: string; at: number }[] = [];
    let at = 0;
    for (const found of line.matchAll(separator)) {
      cells.push(tidy(line.slice(at, found.index), at));
      at = found.index + found[0].length;
    }
    cells.push(tidy(line.slice(at), at));
    return cells;
  };

const whole: Cut = (line) => [tidy(line, 0)];

/** "a","b, c",3 */
const quotedCut =
  (separator: string): Cut =>
  (line) => {
    const cells: { text: string; at: number }[] = [];
    let [start, quoted] = [0, false];
    const push = (end: number): void => {
      const raw = line.slice(start, end);
      const inner = /^\s*"([\s\S]*)"\s*$/.exec(raw)?.[1]?.replaceAll('""', '"');
      cells.push(inner === undefined ? tidy(raw, start) : { text: inner.trim(), at: start + 1 });
    };
    for (let i = 0; i < line.length; i++) {
      if (line[i] === '"') quoted = !quoted;
      if (line[i] !== separator || quoted) continue;
      push(i);
      start = i + 1;
    }
    push(line.length);
    return cells;
  };

const CUTS: readonly { cut: Cut; may: RegExp; least: number }[] = [
  // 1,636,263 is one number.
  { cut: quotedCut(','), may: /(?<!\d),|,(?!\d{3}(?!\d))/, least: 2 },
  { cut: quotedCut(';'), may: /;/, least: 2 },
  {
    cut: cutAt(/ {2,}|[ \u00a0]*[\u3000\u2003][ \u3000\u2003\u00a0]*/g),
    may: /\S(?: {2,}|[\u3000\u2003])\S/,
    least: 2,
  },
  // A space within brackets parts nothing: 22（其中修订 16 件）.
  { cut: cutAt(/[ \u00a0]+(?![^（(]*[）)])/g), may: /\S[ \u00a0]+\S/, least: 2 },
];

/** Runs of lines that agree on commas, semicolons, wide gaps or single spaces, with numbers among them. */
function weakRuns(lines: readonly string[], pieces: (LinePieces | null | undefined)[]): void {
  for (const { cut, may, least } of CUTS) {
    for (let from = 0; from < lines.length;) {
      const end = runEnd(lines, pieces, from, may);
      if (end > from) {
        const run = lines.slice(from, end);
        const parted = (line: string): boolean => may.test(line.trim());
        const cells = run.map((line) => (parted(line) ? cut : whole)(line.trimEnd()));
        if (run.some(parted) && isTable(cells, least))
          cells.forEach((c, i) => (pieces[from + i] = { cells: withoutIndent(c) }));
      }
      from = Math.max(end, from + 1);
    }
  }
}

function runEnd(lines: readonly string[], pieces: Pieces, from: number, may: RegExp): number {
  let end = from;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (pieces[end] !== undefined || line.length > LONGEST || /[。！？]|^\s*#/.test(line)) break;
    if (classify(line.trim()) === 'ASIDE') break;
    if (!may.test(line.trim()) && splitLine(line.trim()) === null) break;
    end++;
  }
  return end;
}

/** Some lines hold numbers alone behind their first cell, most hold several cells, and no cell is prose. */
function isTable(lines: readonly (readonly { text: string }[])[], least: number): boolean {
  const numeric = lines.filter((cells) => {
    const filled = cells.filter((c) => c.text !== '');
    const values = filled.filter((c) => classify(c.text) === 'VALUE').length;
    return values > 0 && values * 2 >= filled.length - 1;
  }).length;
  const prose = lines.some((cells) => cells.some((c) => classify(c.text) === 'PROSE'));
  const wide = lines.filter((cells) => cells.length >= least).length;
  return !prose && numeric > 0 && numeric * 5 >= lines.length && wide * 2 >= lines.length;
}

const withoutIndent = (cells: readonly { text: string; at: number }[]): LinePieces['cells'] =>
  cells.length > 1 && cells[0]?.text === '' && cells[0].at === 0 && cells[1]?.text !== ''
    ? cells
    : cells;
