import type { Paragraph } from '../../page.js';
import { locate } from './geometry.js';
import type { PageLine } from './page-table.js';

/** Between which sides text is set, in points. */
export interface Margins {
  left: number;
  right: number;
}

const HEADING =
  /^\s*(?:第?[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十]{1,2}[）)]|第[一二三四五六七八九十]{1,2}部分)/;

/**
 * Joins lines of text to paragraphs: a line that ends short of the right margin ends one; an indented line or a numbered heading begins
 * one. `lines` follow each other without a table between them, over page breaks too.
 */
export function paragraphs(lines: readonly PageLine[], margins: Margins): Paragraph[] {
  const groups: PageLine[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && continues(before, line, margins)) groups.at(-1)?.push(line);
    else groups.push([line]);
  });
  return groups.map((group) => ({
    kind: 'paragraph',
    text: group.map((l) => l.text).join(''),
    headingLevel: null,
    locator: group[0] ? locate(group[0].page, group[0]) : '',
  }));
}

function continues(before: PageLine, line: PageLine, { left, right }: Margins): boolean {
  const full = before.x1 > right - before.size * 2.5;
  const indented = line.x0 > left + line.size * 1.2;
  const sameType = Math.abs(before.size - line.size) < line.size * 0.25;
  return full && !indented && sameType && !HEADING.test(line.text);
}
