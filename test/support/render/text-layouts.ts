import { gridOf } from './printed.js';
import type { DrawnTable, GridPlace } from './printed.js';

/** Ways in which published copies set a table as text. */
export type TextLayout = (table: DrawnTable) => string;

/** Text of each place of a row of the grid; covered places are empty. */
const padded = (row: readonly (GridPlace | null)[]): string[] =>
  row.map((p) => (p?.begins ? p.cell.text : ''));
/** Text of each place, repeated over its span. */
const repeated = (row: readonly (GridPlace | null)[]): string[] =>
  row.map((p) => p?.cell.text ?? '');
/** Cells that begin in a row, then as many empty ones as their spans cover. */
const trailing = (row: readonly (GridPlace | null)[], all: number): string[] => {
  const own = row.filter((p) => p?.begins).map((p) => p?.cell.text ?? '');
  return [...own, ...Array.from({ length: all - own.length }, () => '')];
};

const rows = (table: DrawnTable, each: (row: (GridPlace | null)[], r: number) => string): string =>
  gridOf(table).map(each).join('\n');

const markdown = (table: DrawnTable, cells: (row: (GridPlace | null)[]) => string[]): string => {
  const lines = gridOf(table).map((row) => `| ${cells(row).join(' | ')} |`);
  lines.splice(1, 0, `|${' --- |'.repeat(table.columns)}`);
  return lines.join('\n');
};

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2000 ? 2 : 1), 0);
const fill = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

function aligned(table: DrawnTable, border: string | null): string {
  const grid = gridOf(table).map(padded);
  const widths = Array.from({ length: table.columns }, (_, c) =>
    Math.max(...grid.map((row) => widthOf(row[c] ?? ''))),
  );
  const lines = grid.map((row) => row.map((t, c) => fill(t, widths[c] ?? 0)));
  if (border === null) return lines.map((row) => row.join('   ').trimEnd()).join('\n');
  const rule = `+${widths.map((w) => '-'.repeat(w + 2)).join('+')}+`;
  const drawn = lines.map((row) => `${border} ${row.join(` ${border} `)} ${border}`);
  return [rule, ...drawn.flatMap((line) => [line, rule])].join('\n');
}

const cellLines = (row: readonly (GridPlace | null)[]): string[] =>
  row.filter((p) => p?.begins).map((p) => p?.cell.text ?? '');

/** Layouts that keep blank cells, so that every cell can be told. */
export const textLayouts: Readonly<Record<string, TextLayout>> = {
  'tabs, full grid': (t) => rows(t, (row) => padded(row).join('\t')),
  'tabs, padding behind': (t) => rows(t, (row) => trailing(row, t.columns).join('\t')),
  'pipes, padding behind': (t) =>
    rows(t, (row) => {
      const own = cellLines(row);
      const rest = t.columns - own.length;
      return `${own.join(' | ')} |${rest > 0 ? ` ${'|'.repeat(rest)}` : ''}`;
    }),
  'pipes on both sides': (t) => rows(t, (row) => `| ${trailing(row, t.columns).join(' | ')} |`),
  'one cell a line, bars behind': (t) =>
    rows(t, (row) => {
      const own = cellLines(row);
      const rest = t.columns - own.length;
      return [...own.map((c) => `${c} |`), ...(rest > 0 ? ['|'.repeat(rest)] : [])].join('\n');
    }),
  'rows opened by a bar, one cell a line': (t) =>
    rows(t, (row) => {
      const own = cellLines(row);
      const rest = t.columns - own.length;
      return ['|', ...own.map((c) => `${c} |`), ...(rest > 0 ? ['|'.repeat(rest)] : [])].join('\n');
    }),
  'one cell a line': (t) => rows(t, (row) => cellLines(row).join('\n')),
  'one cell a paragraph': (t) => gridOf(t).flatMap(cellLines).join('\n\n'),
  Markdown: (t) => markdown(t, padded),
  'Markdown, labels repeated over their spans': (t) => markdown(t, repeated),
  'comma-separated': (t) =>
    rows(t, (row) =>
      padded(row)
        .map((c) => (/[",]/.test(c) ? `"${c}"` : c))
        .join(','),
    ),
  'semicolon-separated': (t) => rows(t, (row) => padded(row).join(';')),
  'drawn with + and |': (t) => aligned(t, '|'),
  'drawn with │': (t) => aligned(t, '│'),
};

/** Layouts that lose blank cells; fair only where every figure is printed. */
export const losingLayouts: Readonly<Record<string, TextLayout>> = {
  'aligned by spaces': (t) => aligned(t, null),
  'wide gaps': (t) =>
    rows(t, (row) =>
      cellLines(row)
        .filter((c) => c !== '')
        .join('    '),
    ),
  'single spaces': (t) =>
    rows(t, (row) =>
      cellLines(row)
        .filter((c) => c !== '')
        .join(' '),
    ),
  'ideographic spaces': (t) =>
    rows(t, (row) =>
      cellLines(row)
        .filter((c) => c !== '')
        .join('　'),
    ),
};
