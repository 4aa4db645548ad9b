import type { PageHints } from '../page.js';
import type { Line } from './plain.js';
import { plainText } from './plain.js';
import { splitTitle } from './title-parts.js';
import { yearOfTitle } from './year.js';

/** The title of the report and the lines it stands in. */
export interface Title {
  text: string;
  agency: string | null;
  /** First and last line; null where it was found outside the text. */
  lines: readonly [number, number] | null;
}

const LONGEST = 90;
const SENTENCE = /[。；;！？]|^(?:根据|按照|现将|现公布|本报告|为|依据)|[,，].{12,}/;
const TRAIL =
  /当前位置|您的位置|首页|[>›»→]|^\d+[.、]|(?:日期|时间|来源|索引号|文号|浏览|字体|作者|编辑|字号|分享|打印)|\d月|\d{1,2}[-/]\d{1,2}/;

/**
 * Finds the title among the lines: one to three short lines that together name an annual report, the nearer to the
 * text of the report the better. Else the page's own titles.
 */
export function findTitle(lines: readonly Line[], hints: PageHints): Title | null {
  const end = endOfHead(lines);
  let best: { title: Title; score: number } | null = null;
  for (let from = 0; from < end; from++) {
    for (let to = from; to < Math.min(from + 3, end); to++) {
      const title = titleOf(lines, from, to);
      if (!title) continue;
      const score = scoreOf(title, lines, from, to, end);
      if (!best || score > best.score) best = { title, score };
    }
  }
  return best?.title ?? titleOutside(hints);
}

/** Titles stand above the first section and the first table. */
function endOfHead(lines: readonly Line[]): number {
  const at = lines.findIndex(
    ({ plain }) =>
      /^(?:[一二]、|[（(][一二][）)])?(?:总体情况|概述)/.test(plain) ||
      plain.startsWith('第二十条第'),
  );
  return at < 0 ? Math.min(lines.length, 60) : Math.min(at, 400);
}

function titleOf(lines: readonly Line[], from: number, to: number): Title | null {
  const part = lines.slice(from, to + 1);
  const plain = part.map((l) => l.plain).join('');
  if (plain.length > LONGEST || part.some((l) => SENTENCE.test(l.plain) || TRAIL.test(l.plain)))
    return null;
  const { agency, named } = splitTitle(plain);
  if (!named) return null;
  const text = part.map((l) => l.text).join(to > from ? '' : '\n');
  return { text, agency, lines: [from, to] };
}

function scoreOf(
  title: Title,
  lines: readonly Line[],
  from: number,
  to: number,
  end: number,
): number {
  const level = lines[from]?.headingLevel ?? null;
  return (
    (title.agency ? 4 : 0) +
    (yearOfTitle(title.text) ? 3 : 0) +
    (level !== null && level <= 3 ? 2 : 0) +
    (/年度/.test(title.text) ? 1 : 0) -
    1.5 * (to - from) +
    from / (end + 1)
  );
}

/** <meta name="ArticleTitle">, else <title> without the name of the site. */
function titleOutside(hints: PageHints): Title | null {
  for (const text of [
    hints.meta['articletitle'],
    hints.meta['title'],
    hints.meta['og:title'],
    ...hints.titles,
  ]) {
    if (text === undefined) continue;
    for (const part of text.split(/[_|]|\s[-–—]\s|\s{2,}/)) {
      const { agency, named } = splitTitle(plainText(part));
      if (named) return { text: part.trim(), agency, lines: null };
    }
  }
  return null;
}
