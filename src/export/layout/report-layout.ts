import type { FilledForm } from '../../format/report.js';
import { sections } from '../../format/sections.js';
import type { TableName } from '../../format/form.js';
import type { DrawnTable } from './drawn.js';
import { tablesOf } from './tables.js';

/** A report as every format prints it: its title, six sections, tables in theirs. */

export interface LaidOutSection {
  /** With its number: 一、总体情况. */
  heading: string;
  paragraphs: readonly string[];
  table: DrawnTable | null;
}

export interface ReportLayout {
  title: string;
  /** Organ, or null. */
  agency: string | null;
  year: number | null;
  publishedOn: string | null;
  /** Who made it and when it was published, a line each. */
  details: readonly string[];
  sections: readonly LaidOutSection[];
  /** Figures that a person entered or corrected. */
  entered: number;
}

const NUMBERS = '〇一二三四五六七八九十';

const TABLE_OF_SECTION: Readonly<Record<number, TableName>> = {
  2: 'ACTIVE_DISCLOSURE',
  3: 'REQUESTS',
  4: 'APPEALS',
};

/** The six sections of the form, also those without text; further ones of the document behind them. */
export function layoutOf(form: FilledForm): ReportLayout {
  const tables = tablesOf(form);
  const official = sections.map(({ ordinal, label }) => ({
    heading: `${numeral(ordinal)}、${label.zh}`,
    paragraphs: paragraphsOf(form, ordinal),
    table: tables.find(({ table }) => table === TABLE_OF_SECTION[ordinal]) ?? null,
  }));
  const further = form.sections
    .filter(({ ordinal }) => ordinal > sections.length)
    .map(({ ordinal, heading }) => ({
      heading: `${numeral(ordinal)}、${heading}`,
      paragraphs: paragraphsOf(form, ordinal),
      table: null,
    }));
  return {
    title: plain(form.title ?? titleOf(form)).trim(),
    agency: form.agency,
    year: form.year,
    publishedOn: form.publishedOn,
    details: detailsOf(form),
    sections: [...official, ...further],
    entered: form.cells.filter(({ status }) => status === 'ENTERED').length,
  };
}

const titleOf = ({ agency, year }: FilledForm): string =>
  `${agency ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;

const detailsOf = ({ agency, publishedOn }: FilledForm): string[] => [
  ...(agency === null ? [] : [`编制单位：${plain(agency)}`]),
  ...(publishedOn === null ? [] : [`公开日期：${publishedOn}`]),
];

const numeral = (n: number): string =>
  n <= 10 ? (NUMBERS[n] ?? '') : `十${NUMBERS[n - 10] ?? ''}`;

/** Lines of a section's text without characters that no document may hold. */
const paragraphsOf = ({ sections: all }: FilledForm, ordinal: number): string[] =>
  (all.find((section) => section.ordinal === ordinal)?.text ?? '')
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/)
    .map((line) => plain(line).trim())
    .filter((line) => line !== '');

/** Without control characters and lone surrogates, which neither XML nor HTML can say. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');

/** What stands below a report whose figures were not all printed by its organ; null where they were. */
export const enteredNote = ({ entered }: ReportLayout): string | null =>
  entered === 0 ? null : `注：本报告有${entered}个数字经人工录入或更正。`;
