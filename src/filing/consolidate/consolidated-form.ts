import { addressKey } from '../../format/form.js';
import { editionOfYear, formOf } from '../../format/forms.js';
import type { FilledCell, FilledForm, ReportSection, Statement } from '../../format/report.js';
import { sections } from '../../format/sections.js';
import { statementMetrics } from '../../format/statement-metrics.js';
import { sumOfMembers } from '../../checks/members.js';
import { addressesOf } from './member-figures.js';
import type { Member, MembersQuestion } from './members-of.js';

/** The members' reports added up, as a filled form of the year's edition. */
export const consolidatedForm = (
  agency: string,
  { year, scope }: MembersQuestion,
  members: readonly Member[],
): FilledForm => {
  const edition = editionOfYear(year);
  const told = toldFigures(members);
  return {
    ...{ agency, year, scope, publishedOn: null, unifiedSocialCreditCode: null },
    title: `${agency}${year}年政府信息公开工作年度报告`,
    ...{ titleYear: year, periodYear: year },
    editions: { activeDisclosure: edition, requests: edition, appeals: edition },
    blockEditions: Object.fromEntries(formOf(edition).blocks.map(({ key }) => [key, edition])),
    cells: summedCells(year, members),
    sections: sectionsOf(members, told),
    statements: told,
    findings: [],
  };
};

/** A cell that no member states is blank. No cell has a place: none was read from a document. */
const summedCells = (year: number, members: readonly Member[]): FilledCell[] =>
  addressesOf(year).map((address) => {
    const value = sumOfMembers(members, addressKey(address));
    return value === null
      ? { ...address, status: 'BLANK', value, raw: '', locator: null }
      : { ...address, status: 'READ', value, raw: value, locator: null };
  });

/** Figures that have no table: by which way requests came, and the information-processing fee. */
const WITHOUT_TABLE = [
  'CHANNEL_ONLINE',
  'CHANNEL_POST',
  'CHANNEL_IN_PERSON',
  'CHANNEL_FAX',
  'CHANNEL_EMAIL',
  'PROCESSING_FEE_YUAN',
  'PROCESSING_FEE_CASES',
];

/** What a member tells of a metric; null where it tells none, or several different numbers. */
const told = ({ statements }: Member, metric: string): string | null => {
  const values = new Set(statements.filter((s) => s.metric === metric).map(({ value }) => value));
  const [value] = values;
  return values.size === 1 && value !== undefined && /^\d{1,18}(\.\d{1,6})?$/.test(value)
    ? value
    : null;
};

const toldFigures = (members: readonly Member[]): Statement[] => {
  const present = members.filter(({ figures }) => figures !== null);
  return WITHOUT_TABLE.flatMap((metric): Statement[] => {
    const figures = present.map((member) => ({ figures: { [metric]: told(member, metric) } }));
    const known = figures.filter((f) => f.figures[metric] !== null).length;
    const value = sumOfMembers(figures, metric);
    if (value === null) return [];
    const rest = present.length - known;
    const note = rest > 0 ? `，另有${rest}个未写明` : '';
    const label = statementMetrics.get(metric)?.ZH ?? metric;
    const sentence = `${label}${value}（${known}个成员单位写明${note}）。`;
    return [{ metric, value, sentence }];
  });
};

const sectionsOf = (members: readonly Member[], figures: readonly Statement[]): ReportSection[] => {
  const counted = members.filter((member) => member.figures !== null).length;
  const fee = (metric: string): boolean => metric.startsWith('PROCESSING_FEE');
  const textOf = (some: readonly Statement[]): string => some.map((s) => s.sentence).join('\n');
  const texts: Readonly<Record<number, string>> = {
    1: [
      `本报告由${counted}个成员单位的报告汇总而成。`,
      textOf(figures.filter((s) => !fee(s.metric))),
    ].join('\n'),
    6: textOf(figures.filter((s) => fee(s.metric))),
  };
  return sections.map(({ ordinal, label }) => ({
    ...{ ordinal, heading: label.zh },
    text: (texts[ordinal] ?? '').trim(),
  }));
};
