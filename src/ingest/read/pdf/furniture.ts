import type { PageBlock, PageLine } from './page-table.js';

/** A page and what is printed on it, in the parts that are read by themselves, each from top to bottom. */
export interface PageContent {
  number: number;
  height: number;
  parts: readonly (readonly PageBlock[])[];
}

/** Page marks with something around the number, which nothing else has: - 5 -, 第 5 页 共 9 页, 5/9. */
const MARK =
  /^(?:[-—–－·~]\s*\d{1,3}\s*[-—–－·~]|第\s*\d{1,3}\s*页(?:[\s,，/／]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*[/／]\s*(?:共\s*)?\d{1,3}(?:\s*页)?|Page\s*\d{1,3}(?:\s*of\s*\d{1,3})?)$/i;
const NUMBER = /^\d{1,3}$/;
/** Shares of the page's height in which heads and feet of pages stand. */
const HEAD = 0.12;
const FOOT = 0.86;
/** Outermost blocks of a page that may be its head or foot. */
const OUTERMOST = 3;

/** The parts of all pages without page numbers and the heads and feet that pages repeat. */
export function withoutFurniture(pages: readonly PageContent[]): PageBlock[][] {
  const candidates = pages.map(outerLines);
  const offset = pageOffset(pages, candidates);
  const repeated = repeatedLines(pages, candidates);
  return pages.flatMap((page, i) => {
    const furniture = new Set<PageBlock>(
      (candidates[i] ?? []).filter((line) => {
        const text = line.text.trim();
        if (MARK.test(text)) return true;
        if (NUMBER.test(text)) return inMargin(line, page) && Number(text) === page.number + offset;
        return repeated.has(keyOf(line)) && inMargin(line, page);
      }),
    );
    return page.parts
      .map((part) => part.filter((b) => !furniture.has(b)))
      .filter((part) => part.length > 0);
  });
}

/** Lines of text among the first and last blocks of a page. */
function outerLines({ parts }: PageContent): PageLine[] {
  const blocks = parts.flat();
  return blocks.filter(
    (b, i): b is PageLine => b.kind === 'line' && (i < OUTERMOST || i >= blocks.length - OUTERMOST),
  );
}

const inMargin = (line: PageLine, { height }: PageContent): boolean =>
  line.y1 < height * HEAD || line.y0 > height * FOOT;

/** What is printed on pages minus their place in the file: most of them agree; alone, the first page is 1. */
function pageOffset(
  pages: readonly PageContent[],
  candidates: readonly (readonly PageLine[])[],
): number {
  const votes = new Map<number, number>([[0, 0.5]]);
  pages.forEach((page, i) => {
    for (const line of candidates[i] ?? []) {
      if (!NUMBER.test(line.text.trim()) || !inMargin(line, page)) continue;
      const offset = Number(line.text) - page.number;
      votes.set(offset, (votes.get(offset) ?? 0) + 1);
    }
  });
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return best && (best[0] === 0 || best[1] >= 2) ? best[0] : 0;
}

/** Lines that stand at the same height on most pages, digits aside. */
function repeatedLines(
  pages: readonly PageContent[],
  candidates: readonly (readonly PageLine[])[],
): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of candidates) {
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, pages.length * 0.5);
  return new Set([...counts].filter(([, n]) => n >= least).map(([key]) => key));
}

const keyOf = (line: PageLine): string =>
  `${line.text.replaceAll(/\d+/g, '#').replaceAll(/\s/g, '')} ${Math.round(line.y0 / 3)}`;
