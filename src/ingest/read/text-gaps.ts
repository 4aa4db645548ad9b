/** Longest line that may be a cell. */
const LONGEST_CELL_LINE = 60;
const MOST_EMPTY = 30;

/**
 * Empty cells in text with one cell a line or one cell a paragraph: by the number of the first blank line of a gap,
 * how many empty cells the gap holds.
 * With one cell a line each blank line is an empty cell; with one cell a paragraph, whose cells stand one blank line
 * apart, a gap of 2e + 1 blank lines holds e.
 */
export function blankGaps(
  lines: readonly string[],
  isTable: (line: number) => boolean,
): ReadonlyMap<number, number> {
  const gaps = gapsBetweenCells(lines, isTable);
  const single = gaps.filter((g) => g.blanks === 1).length;
  const none = gaps.filter((g) => g.blanks === 0).length;
  const byParagraph = single + gaps.filter((g) => g.blanks > 2 && g.blanks % 2 === 1).length > none;
  const found = new Map<number, number>();
  for (const { at, blanks } of gaps) {
    const empty = byParagraph ? Math.floor((blanks - 1) / 2) : blanks;
    if (blanks > 0 && empty > 0) found.set(at, Math.min(MOST_EMPTY, empty));
  }
  return found;
}

interface Gap {
  /** Number of the first line behind the upper cell. */
  at: number;
  blanks: number;
}

/** Gaps between two lines that are both short enough for cells and no headings. */
function gapsBetweenCells(lines: readonly string[], isTable: (line: number) => boolean): Gap[] {
  const gaps: Gap[] = [];
  let upper: number | null = null;
  lines.forEach((line, number) => {
    if (line.trim() === '') return;
    const isCell =
      !isTable(number) && line.trim().length <= LONGEST_CELL_LINE && !/[。]|^\s*#/.test(line);
    if (isCell && upper !== null) gaps.push({ at: upper + 1, blanks: number - upper - 1 });
    upper = isCell ? number : null;
  });
  return gaps;
}
