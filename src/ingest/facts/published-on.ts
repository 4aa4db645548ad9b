import type { PageHints } from '../page.js';
import { arabicDates } from './plain.js';
import type { Line } from './plain.js';

/** Names of meta elements that state when a page was published. */
const META = [
  'pubdate',
  'publishdate',
  'publish_date',
  'article:published_time',
  'dc.date',
  'date',
];
const LABEL =
  /(?:发\s*布|公\s*开|发\s*文|成\s*文|生\s*成|公\s*布|印\s*发|发\s*稿|更\s*新)\s*(?:日\s*期|时\s*间)[\s:：】\]]{0,8}/;

/** ISO date of the first date in a text, null where there is none or it is no day of the calendar. */
export function dateIn(text: string): string | null {
  const tight = arabicDates(text.normalize('NFKC').replace(/\s*([-年月日/.])\s*/g, '$1'));
  const match =
    /(?<!\d)(20[0-4]\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?!\d)/.exec(tight) ??
    /(?<!\d)(20[0-4]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/.exec(tight);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** When the page was published: its meta element, a line that says so, else the dateline under the report. */
export function publishedOn(lines: readonly Line[], hints: PageHints): string | null {
  for (const name of META) {
    const date = dateIn(hints.meta[name] ?? '');
    if (date) return date;
  }
  return statedDate(lines) ?? dateline(lines);
}

function statedDate(lines: readonly Line[]): string | null {
  for (const [index, { text }] of lines.entries()) {
    if (text.length > 400) continue;
    const label = LABEL.exec(text);
    if (!label) continue;
    const rest = text.slice(label.index + label[0].length, label.index + label[0].length + 24);
    const date = dateIn(rest.trim() === '' ? (lines[index + 1]?.text ?? '').slice(0, 40) : rest);
    if (date) return date;
  }
  return null;
}

const ALONE =
  /^[（(]?(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日[）)]?$/;

/** A date that is a line of its own, counted from the end. */
function dateline(lines: readonly Line[]): string | null {
  for (const { plain, inGrid } of lines.slice(-40).reverse()) {
    if (ALONE.test(plain) && !inGrid) return dateIn(plain);
  }
  return null;
}
