import type { Finding } from '../format/report.js';
import type { Columns } from './insert-rows.js';
import { decimalOrNull } from './stored-numbers.js';

export const findingColumns: Columns = {
  report_id: 'bigint',
  ordinal: 'integer',
  check_code: 'text',
  severity: 'text',
  message_zh: 'text',
  message_en: 'text',
  left_value: 'numeric',
  right_value: 'numeric',
  difference: 'numeric',
  breaks: 'jsonb',
  cells: 'jsonb',
  repair: 'jsonb',
  fault: 'text',
  cause: 'text',
};

/** A report's findings as rows, numbered from `first`. */
export const findingRows = (
  reportId: string,
  findings: readonly Finding[],
  first: number,
): Record<string, unknown>[] =>
  findings.map((finding, i) => ({
    report_id: reportId,
    ordinal: first + i,
    check_code: finding.check,
    severity: finding.severity,
    message_zh: finding.message.ZH,
    message_en: finding.message.EN,
    left_value: decimalOrNull(finding.left),
    right_value: decimalOrNull(finding.right),
    difference: decimalOrNull(finding.difference),
    breaks: finding.breaks,
    cells: finding.cells,
    repair: finding.repair,
    fault: finding.fault,
    cause: finding.cause,
  }));

/** How many of each severity, as `report` counts them. */
export const severityCounts = (
  findings: readonly Finding[],
): { error_count: number; warning_count: number; info_count: number } => {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    error_count: count('ERROR'),
    warning_count: count('WARNING'),
    info_count: count('INFO'),
  };
};

/** A stored finding, as `select` of the columns gives it. */
export interface FindingLine {
  report_id: string;
  check_code: string;
  severity: Finding['severity'];
  message_zh: string;
  message_en: string;
  left_value: string | null;
  right_value: string | null;
  difference: string | null;
  breaks: Finding['breaks'];
  cells: Finding['cells'];
  repair: Finding['repair'];
  fault: Finding['fault'];
  cause: string | null;
}

export const findingOf = (line: FindingLine): Finding => ({
  check: line.check_code,
  severity: line.severity,
  message: { ZH: line.message_zh, EN: line.message_en },
  left: line.left_value,
  right: line.right_value,
  difference: line.difference,
  breaks: line.breaks,
  cells: line.cells,
  repair: line.repair,
  fault: line.fault,
  cause: line.cause,
});
