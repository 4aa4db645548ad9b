import type { Database } from '../entities/database.js';
import type { CellAddress } from '../format/form.js';
import { maskPersonalData } from '../format/personal-data.js';
import type { Fault, Repair, Severity } from '../format/report.js';
import type { List } from './list.js';
import { decimal } from './numbers.js';
import type { ExplanationRecord, FindingRecord } from './records.js';
import { reportCondition } from './report-filter.js';
import {
  REPORT_WITH_AGENCY,
  reportColumns,
  reportOrder,
  reportRecord,
  type ReportLine,
} from './report-list.js';
import type { ReportFilterInput } from './shapes.js';

const COLUMNS = `
  finding.id AS finding_id, finding.check_code, finding.severity, finding.message_zh, finding.message_en,
  finding.left_value, finding.right_value, finding.difference, finding.cells, finding.repair, finding.fault,
  finding.cause, explanation.text AS explanation_text, explanation.author AS explanation_author,
  explanation.made_at AS explanation_made_at, explanation.dismissed AS explanation_dismissed, ${reportColumns}`;

const WITH_REPORT = `${REPORT_WITH_AGENCY} JOIN finding ON finding.report_id = report.id
  LEFT JOIN explanation ON explanation.id = finding.explanation_id`;

interface Line extends ReportLine {
  finding_id: string;
  check_code: string;
  severity: Severity;
  message_zh: string;
  message_en: string;
  left_value: string | null;
  right_value: string | null;
  difference: string | null;
  cells: CellAddress[];
  repair: Repair[];
  fault: Fault | null;
  cause: string | null;
  explanation_text: string | null;
  explanation_author: string;
  explanation_made_at: Date;
  explanation_dismissed: boolean;
}

/** Findings and what is said of them are public: they may quote the text, but no personal data. */
const record = (line: Line): FindingRecord => ({
  id: line.finding_id,
  report: reportRecord(line),
  checkCode: line.check_code,
  severity: line.severity,
  messageZh: maskPersonalData(line.message_zh),
  messageEn: maskPersonalData(line.message_en),
  left: decimal(line.left_value),
  right: decimal(line.right_value),
  difference: decimal(line.difference),
  cells: line.cells,
  repair: line.repair,
  fault: line.fault,
  cause: line.cause,
  explanation: explanationOf(line),
});

const explanationOf = (line: Line): ExplanationRecord | null =>
  line.explanation_text === null
    ? null
    : {
        text: maskPersonalData(line.explanation_text),
        by: line.explanation_author,
        at: line.explanation_made_at,
        dismissed: line.explanation_dismissed,
      };

/** 1 is the worst. */
const RANK = `array_position(ARRAY['ERROR', 'WARNING', 'INFO'], finding.severity)`;

export interface FindingQuestion {
  filter: ReportFilterInput;
  severities?: readonly Severity[] | null;
  /** Codes of checks. */
  checks?: readonly string[] | null;
}

/** Findings of reports, worst first, then as reports. */
export const findingList = ({
  filter,
  severities,
  checks,
}: FindingQuestion): List<FindingRecord> => ({
  kind: 'findings',
  columns: COLUMNS,
  source: (params) => {
    const conditions = [
      `(${reportCondition(filter, params)})`,
      ...(severities ? [`finding.severity = ANY(${params.add([...severities])}::text[])`] : []),
      ...(checks ? [`finding.check_code = ANY(${params.add([...checks])}::text[])`] : []),
    ];
    return `${WITH_REPORT} WHERE ${conditions.join(' AND ')}`;
  },
  order: [{ sql: RANK, type: 'int' }, ...reportOrder, { sql: 'finding.ordinal', type: 'int' }],
  read: record,
});

/** Findings of reports by report id, in the order in which they were made. */
export async function findingsOfReports(
  db: Database,
  reportIds: readonly string[],
): Promise<Map<string, FindingRecord[]>> {
  const lines = await db.prepared<Line>(
    `SELECT ${COLUMNS} ${WITH_REPORT}
WHERE finding.report_id = ANY($1::bigint[]) ORDER BY ${RANK}, finding.ordinal`,
    [[...reportIds]],
  );
  const findings = new Map<string, FindingRecord[]>(reportIds.map((id) => [id, []]));
  for (const line of lines) findings.get(line.report_id)?.push(record(line));
  return findings;
}

/** Findings by database id; those that do not exist are missing. */
export async function findingsById(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, FindingRecord>> {
  const lines = await db.prepared<Line>(
    `SELECT ${COLUMNS} ${WITH_REPORT} WHERE finding.id = ANY($1::bigint[])`,
    [[...ids]],
  );
  return new Map(lines.map((line) => [line.finding_id, record(line)]));
}
