import { createHash } from 'node:crypto';
import { layoutOf } from './layout/report-layout.js';
import { reportJson } from './report-json.js';
import { printedForm, type ExportedReport } from './report-record.js';

/** The formats in which a report is exported, each written by a module that is loaded when it is first asked for. */

export const reportFormats = ['xlsx', 'docx', 'html', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Raised when a writer writes the same report otherwise. */
const WRITERS = 1;

/** The file of a report in a format. */
export async function reportFile(report: ExportedReport, format: ReportFormat): Promise<Buffer> {
  if (format === 'json') return Buffer.from(`${JSON.stringify(reportJson(report))}\n`);
  const form = printedForm(report);
  const layout = layoutOf(form);
  switch (format) {
    case 'xlsx':
      return (await import('./write/xlsx.js')).reportXlsx(layout);
    case 'docx':
      return (await import('./write/docx.js')).reportDocx(layout);
    case 'html':
      return Buffer.from((await import('./write/html.js')).reportHtml(layout));
    case 'csv':
      return Buffer.from((await import('./write/csv.js')).reportCsv(form));
  }
}

/** 周口市公安局2024年政府信息公开工作年度报告.xlsx; later revisions and other scopes say so. */
export function reportFileName(report: ExportedReport, format: ReportFormat): string {
  const { agency, year, scope, revision } = report;
  const which = [
    ...(scope === 'ORGAN' ? [] : [scope]),
    ...(revision === 1 ? [] : [`第${revision}版`]),
  ];
  const suffix = which.length === 0 ? '' : `（${which.join('，')}）`;
  return `${agency}${year}年政府信息公开工作年度报告${suffix}.${format}`;
}

/** Equal for files of a format that say the same; told before anything is written. */
export const reportVersion = (report: ExportedReport, format: ReportFormat): string =>
  createHash('sha256')
    .update(JSON.stringify([WRITERS, format, reportJson(report)]))
    .digest('base64url');
