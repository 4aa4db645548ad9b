import type { PageHints } from '../page.js';
import { arabicYears, plainText } from './plain.js';
import type { Line } from './plain.js';

/** Years of a report, by where they are told. */
export interface Years {
  year: number | null;
  titleYear: number | null;
  periodYear: number | null;
}

const YEAR = /(?<!\d)(20[0-4]\d)(?!\d)/;
/** 统计期限自, or a span of dates: the first year behind it is the period's. */
const PERIOD =
  /(?:统计|报告|数据)(?:数据)?(?:的)?(?:期限|时限|期间|时间|截止|周期)|(?<!\d)20\d\d年?1?月1?日(?:起)?(?:至|到|—|-|~|～)/;

/** The year that a title names: 2024年…, …2022年度报告, 二〇二一年…; null where it names none. */
export function yearOfTitle(title: string): number | null {
  const plain = arabicYears(plainText(title));
  const match =
    /(?<!\d)(20[0-4]\d)(?=[-—－~～至]?年)/.exec(plain) ??
    /^(20[0-4]\d)(?!\d)/.exec(plain) ??
    YEAR.exec(plain);
  return match?.[1] ? Number(match[1]) : null;
}

/**
 * The year of the statistics period: 自2021年1月1日起至2021年12月31日止, also with characters lost
 * (20211月1日至202112月31日).
 */
export function yearOfPeriod(lines: readonly Line[]): number | null {
  for (const { plain } of lines) {
    if (plain.length > 2_000 || !/20\d\d|二[〇○零]/.test(plain)) continue;
    const text = arabicYears(plain);
    const at = PERIOD.exec(text);
    if (!at) continue;
    const year = /20[0-4]\d/.exec(text.slice(at.index, at.index + 40));
    if (year) return Number(year[0]);
  }
  return null;
}

const ANNOUNCED =
  /(?:现(?:将|公布|发布|公开|向社会)|编制|编写|撰写|公布|发布).{0,40}?(20[0-4]\d)年度?[^，。；]{0,30}公开/;

/** 现公布区统计局2023年政府信息公开工作年度报告: a title inside the first sentences. */
function yearOfAnnouncement(lines: readonly Line[]): number | null {
  for (const { plain } of lines.slice(0, 60)) {
    const match = ANNOUNCED.exec(arabicYears(plain));
    if (match?.[1]) return Number(match[1]);
  }
  return null;
}

/** The year in which section one's first sentence places itself: 2022年，我局… */
function yearOfProse(lines: readonly Line[]): number | null {
  for (const { plain } of lines.slice(0, 60)) {
    const match = /^(20[0-4]\d)年度?(?:以来|来)?[，,、]/.exec(arabicYears(plain));
    if (match?.[1]) return Number(match[1]);
  }
  return null;
}

/**
 * The report's year: the title's, else that of the period, else of the page's own titles and address, else of the first
 * sentence; null where nothing tells it.
 */
export function yearsOf(title: string | null, lines: readonly Line[], hints: PageHints): Years {
  const headTitle = hints.meta['articletitle'] ?? hints.meta['title'] ?? '';
  const inTitle = title === null ? null : yearOfTitle(title);
  const titleYear = inTitle ?? yearOfTitle(headTitle) ?? yearOfReportTitle(hints.titles);
  const periodYear = yearOfPeriod(lines);
  const year =
    titleYear ??
    periodYear ??
    yearOfAnnouncement(lines) ??
    yearOfHints(hints) ??
    yearOfProse(lines);
  return { year, titleYear, periodYear };
}

const yearOfReportTitle = (titles: readonly string[]): number | null => {
  const title = titles.find((t) => /公开/.test(t));
  return title === undefined ? null : yearOfTitle(title);
};

/** 当前位置 › 政府信息公开年报 › 2023年, and `fbtime=2024` in the address of a saved page. */
function yearOfHints(hints: PageHints): number | null {
  for (const text of hints.furniture ?? []) {
    const match = /年报.{0,20}(20[0-4]\d)年/.exec(text.replace(/\s/g, ''));
    if (match?.[1]) return Number(match[1]);
  }
  const address = `${hints.meta['canonical'] ?? ''} ${hints.meta['saved-from'] ?? ''}`;
  const query = /[?&](?:fbtime|year|nd|niandu)=(20[0-4]\d)(?!\d)/i.exec(address);
  return query?.[1] ? Number(query[1]) : null;
}
