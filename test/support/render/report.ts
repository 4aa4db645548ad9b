import type { Edition } from '../../../src/format/form.js';
import { tableTitles } from '../../../src/format/table-titles.js';
import { tableFour, tableThree, tableTwo } from './printed.js';
import type { DrawnTable, Figures } from './printed.js';

/** The tables of a report, and the headings over them. */
export interface DrawnReport {
  title: string;
  parts: { heading: string; table: DrawnTable }[];
}

/** A report as its form prints it. */
export const drawReport = (edition: Edition, year: number, figures: Figures): DrawnReport => ({
  title: `示例县农业农村局${year}年政府信息公开工作年度报告`,
  parts: [
    { heading: tableTitles.ACTIVE_DISCLOSURE.zh, table: tableTwo(edition, figures) },
    { heading: tableTitles.REQUESTS.zh, table: tableThree(edition, figures) },
    { heading: tableTitles.APPEALS.zh, table: tableFour(edition, figures) },
  ],
});

const BEFORE = '一、总体情况';
const PROSE =
  '示例县农业农村局认真贯彻《中华人民共和国政府信息公开条例》，全年主动公开政府信息 128 条，其中行政许可 12 条、行政处罚 3 条。';
const AFTER = '五、存在的主要问题及改进情况';
const END = [AFTER, '工作人员业务能力有待加强。', '六、其他需要报告的事项', '无。'];

/** The report's paragraphs and tables in order, its title first. */
export const flowOf = (report: DrawnReport): (string | DrawnTable)[] => [
  report.title,
  BEFORE,
  PROSE,
  ...report.parts.flatMap((p) => [p.heading, p.table]),
  ...END,
];

/** The report as text, its tables set by `layout`. */
export const asText = (report: DrawnReport, layout: (table: DrawnTable) => string): string =>
  [...flowOf(report).map((part) => (typeof part === 'string' ? part : layout(part))), ''].join(
    '\n\n',
  );

/** The report as a page. */
export const asHtml = (report: DrawnReport, layout: (table: DrawnTable) => string): string =>
  `<!DOCTYPE html><html><head><title>${report.title}</title></head><body><div><h1>${report.title}</h1>` +
  flowOf(report)
    .slice(1)
    .map((part) => (typeof part === 'string' ? `<p>${part}</p>` : layout(part)))
    .join('\n') +
  `</div></body></html>`;
