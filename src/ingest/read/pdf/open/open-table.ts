import { breaksNumber, CELL_GAP, NUMBER } from '../cell-text.js';
import { around, locate, median, widthOf, type Box, type Glyph, type Rule } from '../geometry.js';
import type { PageCell, PageTable } from '../page-table.js';
import { SPACE, textLine, words as wordsOf, type TextLine } from '../text-lines.js';
import {
  acrossColumns,
  inColumns,
  numberColumns,
  separators,
  widened,
  type NumberColumn,
} from './columns.js';
import { groupColumns, groupLabels, partLabels } from './groups.js';
import { headsOf, isCorner, type Head } from './heads.js';
import { hintsOf } from './hints.js';
import { labelRows, type LabelledRow } from './labels.js';
import { linePitch, numberRows } from './rows.js';
import type { TableRun } from './run.js';
import { joinWrapped } from './wrapped.js';

/** A gap between digits, in ems, that parts two numbers. */
const NUMBER_GAP = 0.5;
/** Tables of so many columns may have no labels of rows. */
const UNLABELLED = 10;
/** Numbers with units of counting and nothing else. */
const COUNTS = /^[\d０-９,，\s件条宗起项份例次]+$/;
/** A number with a note behind it. */
const NOTED = /^[\d０-９]+[（(]/;
/** By how much, in ems, the gap between two numbers exceeds the gaps between the digits of one. */
const UNEVEN = 0.12;
/** A gap within text, in ems, that no written space explains. */
const UNWRITTEN_GAP = 0.3;

/**
 * A table without a full grid of ruling lines: columns where numbers stand, rows where they stand level, labels and heads by their place
 * beside and above them. Null where the words do not stand in columns.
 */
export function openTable(page: number, run: TableRun, rules: readonly Rule[]): PageTable | null {
  const hints = hintsOf(rules.filter((r) => r.x0 < run.x1 && r.x1 > run.x0));
  const pieces = run.words.flatMap(behindUnits).flatMap(cutWord);
  const numbers = apart(pieces.filter((w) => NUMBER.test(w.text)));
  const others = pieces.filter((w) => !NUMBER.test(w.text));
  const noted = others.filter((w) => NOTED.test(w.text));
  const found = numberColumns(numbers.length > 0 ? [...numbers, ...noted] : pieces.slice(1));
  if (found.length === 0) return null;
  const pitch = linePitch(pieces);
  const corner = cornerOf(found, numbers, others);
  const isLabel = (w: TextLine): boolean => isCorner(w, corner);
  const firstRow = Math.min(...numbers.map((n) => n.baseline));
  const overColumns = others.filter((w) => !isLabel(w) && w.baseline < firstRow);
  const bottom = Math.max(-Infinity, ...overColumns.map((w) => w.baseline));
  const { heads, columns } = headsOf(
    others.filter((w) => w.baseline <= bottom + 0.1),
    widenedByLines(
      found,
      others.filter((w) => !isLabel(w)),
    ),
    corner,
    hints,
  );
  const body = others.filter((w) => w.baseline > bottom + 0.1);
  const marks = body.filter((w) => !isLabel(w));
  const labels = body.filter(isLabel);
  const { groups, leaves } = partLabels(labels, pitch);
  const labelPitch = Math.min(linePitch(labels), pitch * 3);
  const lines = leaves.toSorted((a, b) => a.baseline - b.baseline);
  const ofNumbers = numberRows([...numbers, ...marks], pitch, hints);
  const rows = joinWrapped(labelRows(lines, ofNumbers, labelPitch, hints), columns);
  const stretches = groupColumns(groups);
  return assemble(page, run, {
    columns,
    heads,
    rows,
    stretches,
    groups: groupLabels(groups, stretches, rows, labelPitch, hints),
  });
}

/** Where the labels of rows end: behind all that stand level with numbers, before the first column of these. */
function cornerOf(
  columns: readonly NumberColumn[],
  numbers: readonly TextLine[],
  others: readonly TextLine[],
): number {
  const first = columns[0]?.x0 ?? 0;
  const beside = others.filter(
    (w) => w.x1 < first && numbers.some((n) => Math.abs(n.baseline - w.baseline) < w.size * 0.5),
  );
  if (beside.length === 0 && columns.length >= UNLABELLED) return -Infinity;
  const ends = Math.max(-Infinity, ...beside.map((w) => w.x1));
  // Words that begin behind all labels stand over columns.
  return ends > 0 && others.some((w) => w.x0 > ends && w.x1 < first) ? ends + 0.1 : first;
}

/** Columns widened by lines of words, one for each. */
function widenedByLines(
  columns: readonly NumberColumn[],
  others: readonly TextLine[],
): NumberColumn[] {
  const lines = new Map<number, TextLine[]>();
  for (const word of others) {
    const y = Math.round(word.baseline);
    lines.set(y, [...(lines.get(y) ?? []), word]);
  }
  return [...lines.values()].reduce<NumberColumn[]>(widened, [...columns]);
}

/** Gaps that are no spaces part cells, unless the word is spaced out as a whole. */
function cutWord(word: TextLine): TextLine[] {
  if (NUMBER.test(word.text)) return wordsOf(word, NUMBER_GAP);
  const gaps = word.glyphs.slice(1).map((g, i) => g.x0 - (word.glyphs[i]?.x1 ?? g.x0));
  return median(gaps) > word.size * 0.15 ? [word] : wordsOf(word, CELL_GAP, UNWRITTEN_GAP);
}

/** Numbers that fill their columns stand so close together that they look like one: cut where a gap is wider than between digits. */
function apart(numbers: readonly TextLine[]): TextLine[] {
  const columns = numberColumns(numbers);
  return numbers.flatMap((n) => {
    if (acrossColumns(columns, n).length === 0) return [n];
    const gap = Math.min(SPACE, usualGap(n) + UNEVEN);
    return wordsOf(n, gap, gap);
  });
}

/** Numbers that touch, cut where a digit stands behind a unit of counting, which ends a number. */
function behindUnits(line: TextLine): TextLine[] {
  if (!COUNTS.test(line.text)) return [line];
  const parts: Glyph[][] = [];
  line.glyphs.forEach((glyph, i) => {
    const ends = /[件条宗起项份例次]/.test(line.glyphs[i - 1]?.text ?? '');
    if (i === 0 || (ends && /[\d０-９]/.test(glyph.text))) parts.push([glyph]);
    else parts.at(-1)?.push(glyph);
  });
  return parts.map((p) => textLine(p));
}

/** Gap between the digits of a number, in ems. */
const usualGap = (number: TextLine): number =>
  median(number.glyphs.slice(1).map((g, i) => g.x0 - (number.glyphs[i]?.x1 ?? g.x0))) / number.size;

interface Parts {
  columns: readonly NumberColumn[];
  heads: readonly Head[];
  rows: readonly LabelledRow[];
  stretches: readonly { x0: number; x1: number }[];
  groups: ReturnType<typeof groupLabels>;
}

function assemble(page: number, run: TableRun, parts: Parts): PageTable {
  const { columns, heads, rows, stretches, groups } = parts;
  const labelColumns = stretches.length + 1;
  const headRows = Math.max(0, ...heads.map((h) => h.level + 1));
  const cell = (lines: readonly TextLine[], place: Partial<PageCell>): PageCell => {
    const box: Box = around(lines);
    const text = lines.map((l) => l.text).join('\n');
    return {
      text,
      row: 0,
      column: 0,
      rowSpan: 1,
      columnSpan: 1,
      locator: locate(page, box),
      ...box,
      ...place,
    };
  };
  const cells = heads.map((h) =>
    cell(h.lines, {
      row: h.level,
      column: h.column < 0 ? 0 : labelColumns + h.column,
      columnSpan: h.column < 0 ? labelColumns : h.span,
    }),
  );
  for (const g of groups) {
    cells.push(cell(g.lines, { row: headRows + g.row, column: g.column, rowSpan: g.rowSpan }));
  }
  const widest = Math.max(0, ...columns.flatMap((c) => c.words.map(widthOf)));
  rows.forEach((row, r) => {
    const from = firstColumn(row.label, stretches);
    if (row.label.length > 0) {
      cells.push(
        cell(row.label, { row: headRows + r, column: from, columnSpan: labelColumns - from }),
      );
    }
    if (!row.numbers) return;
    const inColumn = inColumns(columns, row.numbers.words);
    inColumn.forEach((lines, c) => {
      const place = { row: headRows + r, column: labelColumns + c };
      const ordered = lines.toSorted((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
      if (ordered.length > 0)
        cells.push({ ...cell(ordered, place), text: numberText(ordered, widest) });
      else cells.push(blank(page, columns[c], row, place));
    });
  });
  const inner = separators(columns);
  const xs = [
    run.x0,
    ...stretches.map((s) => s.x1 + 0.5),
    Math.min(columns[0]?.x0 ?? run.x1, run.x1) - 0.5,
    ...inner,
    run.x1,
  ].map((x, i, all) => Math.max(x, ...all.slice(0, i)));
  return {
    kind: 'table',
    page,
    x0: run.x0,
    x1: run.x1,
    y0: run.y0,
    y1: run.y1,
    xs,
    rows: headRows + rows.length,
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    ruled: false,
  };
}

/** A label reaches over the columns of group labels that it stands in. */
function firstColumn(
  label: readonly TextLine[],
  stretches: readonly { x0: number; x1: number }[],
): number {
  const left = Math.min(...label.map((l) => l.x0));
  const met = stretches.findIndex((s) => left < s.x1);
  return met < 0 ? stretches.length : met;
}

const blank = (
  page: number,
  column: NumberColumn | undefined,
  row: LabelledRow,
  place: { row: number; column: number },
): PageCell => {
  const beside = around([...(row.numbers?.words ?? [])]);
  const box = { ...beside, x0: column?.x0 ?? beside.x0, x1: column?.x1 ?? beside.x1 };
  return { text: '', rowSpan: 1, columnSpan: 1, locator: locate(page, box), ...box, ...place };
};

/** A number in two lines is one where the first is as wide as any number of the table can be. */
function numberText(lines: readonly TextLine[], widest: number): string {
  let text = '';
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const broken = before !== undefined && breaksNumber(before, line, widest, 0);
    text += `${i === 0 || broken ? '' : '\n'}${line.text}`;
  });
  return text;
}
