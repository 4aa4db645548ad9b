import type { Database } from '../entities/database.js';
import { maskPersonalData } from '../format/personal-data.js';
import { containing } from './like.js';
import { reportCondition } from './report-filter.js';
import { REPORT_WITH_AGENCY, reportColumns, reportRecord, type ReportLine } from './report-list.js';
import type { ReportFilterInput, ReportRecord } from './shapes.js';
import { SqlParams } from './sql-params.js';

/** Reports whose text one search goes through. */
export const SEARCHED_AT_ONCE = 3_000;

export interface TextQuestion {
  /** What to look for, as it is printed. */
  text: string;
  filter: ReportFilterInput;
  /** Most hits. */
  first: number;
  /** Id of the report behind which to go on; null: the newest first. */
  before: string | null;
}

/** A sentence of a report in which the text stands. */
export interface TextHit {
  report: ReportRecord;
  /** Of the section. */
  ordinal: number;
  heading: string;
  sentence: string;
}

export interface TextAnswer {
  hits: TextHit[];
  /** How many reports were gone through. */
  searched: number;
  /** Where to go on; null where there are no further reports. */
  next: string | null;
}

/**
 * Looks for a text in the sections of reports, those filed last first. Each call goes through so many reports at most and
 * tells where to go on, so its cost is the same however many are stored. What is personal data is not found, whoever asks.
 */
export async function searchText(database: Database, question: TextQuestion): Promise<TextAnswer> {
  const { text, first } = question;
  const params = new SqlParams();
  const lines = await database.query<Line>(statement(question, params), params.values);
  const hits: TextHit[] = [];
  let [searched, last] = [0, null as string | null];
  let isFull = false;
  for (const [id, own] of byReport(lines)) {
    if (hits.length >= first) {
      isFull = true;
      break;
    }
    hits.push(...own.flatMap((line) => hitsIn(line, text)));
    last = id;
    searched += 1;
  }
  return { hits, searched, next: isFull || searched === SEARCHED_AT_ONCE ? last : null };
}

interface Line extends ReportLine {
  ordinal: number | null;
  heading: string | null;
  text: string | null;
}

/** Each report of the stretch, with its sections that hold the text beside it. */
function statement({ text, filter, before }: TextQuestion, params: SqlParams): string {
  const condition = reportCondition(filter, params);
  const behind = before === null ? '' : `AND report.id < ${params.add(before)}::bigint`;
  return `
    WITH stretch AS MATERIALIZED (
      SELECT ${reportColumns} ${REPORT_WITH_AGENCY} WHERE (${condition}) ${behind}
      ORDER BY report.id DESC LIMIT ${SEARCHED_AT_ONCE})
    SELECT stretch.*, section.ordinal, section.heading, section.text
    FROM stretch LEFT JOIN LATERAL (
      SELECT ordinal, heading, text FROM report_section
      WHERE report_section.report_id = stretch.report_id
        AND report_section.text LIKE ${params.add(containing(text))}::text) section ON true
    ORDER BY stretch.report_id DESC, section.ordinal`;
}

function byReport(lines: readonly Line[]): Map<string, Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const own = found.get(line.report_id);
    if (own) own.push(line);
    else found.set(line.report_id, [line]);
  }
  return found;
}

function hitsIn(line: Line, text: string): TextHit[] {
  const { ordinal, heading } = line;
  if (ordinal === null) return [];
  const report = reportRecord(line);
  return sentencesOf(maskPersonalData(line.text ?? ''))
    .filter((sentence) => sentence.includes(text))
    .map((sentence) => ({ report, ordinal, heading: maskPersonalData(heading ?? ''), sentence }));
}

/** Sentences and lines, each with the sign that ends it. */
const sentencesOf = (text: string): string[] =>
  (text.match(/[^。！？；\n]+[。！？；]?/g) ?? []).map((sentence) => sentence.trim());
