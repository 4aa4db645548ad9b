import type { EntityManager } from 'typeorm';
import type { Database } from '../entities/database.js';
import { unpackCells } from '../entities/packed-cells.js';
import type { StoredCells } from '../entities/packed-cells.js';
import type { DocumentFacts } from '../entities/report-evidence.js';
import type { FilledForm, Finding, ReportSection } from '../format/report.js';
import { findingOf } from './finding-rows.js';
import type { FindingLine } from './finding-rows.js';

interface Line {
  id: string;
  agency: string | null;
  title: string | null;
  activeDisclosure: FilledForm['editions']['activeDisclosure'];
  requests: FilledForm['editions']['requests'];
  appeals: FilledForm['editions']['appeals'];
  cells: StoredCells;
  statements: FilledForm['statements'];
  blockEditions: FilledForm['blockEditions'];
  facts: DocumentFacts;
  titleYear: number | null;
  periodYear: number | null;
}

const REPORTS = `
  select r.id, r.printed_agency as agency, r.title, r.edition_active_disclosure as "activeDisclosure",
         r.edition_requests as requests, r.edition_appeals as appeals, e.cells, e.statements,
         e.block_editions as "blockEditions", e.facts, e.title_year as "titleYear", e.period_year as "periodYear"
  from report r join report_evidence e on e.report_id = r.id
  where r.id = any($1::bigint[])`;

const SECTIONS = `
  select report_id, ordinal, heading, text from report_section where report_id = any($1::bigint[]) order by ordinal`;

/** The reader's own: the first so many. */
const READER_FINDINGS = `
  select f.* from finding f join report_evidence e on e.report_id = f.report_id
  where f.report_id = any($1::bigint[]) and f.ordinal < (e.facts ->> 'readerFindings')::int
  order by f.ordinal`;

/** The forms of stored reports, by report id, exactly as they were filed. */
export const loadForms = async (
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, FilledForm>> => {
  if (reportIds.length === 0) return new Map();
  const ids = [[...new Set(reportIds)]];
  const lines = await manager.query<Line[]>(REPORTS, ids);
  const sections = grouped(
    await manager.query<(ReportSection & { report_id: string })[]>(SECTIONS, ids),
  );
  const findings = grouped(await manager.query<FindingLine[]>(READER_FINDINGS, ids));
  return new Map(
    lines.map((line) => [
      line.id,
      formOf(
        line,
        (sections.get(line.id) ?? []).map(sectionOf),
        (findings.get(line.id) ?? []).map(findingOf),
      ),
    ]),
  );
};

/** @throws Error where there is no such report. */
export const loadForm = async (database: Database, reportId: string): Promise<FilledForm> => {
  const forms = await database.transaction((manager) => loadForms(manager, [reportId]));
  const form = forms.get(reportId);
  if (!form) throw new Error(`no report of id ${reportId}`);
  return form;
};

const grouped = <T extends { report_id: string }>(lines: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const line of lines) {
    const group = groups.get(line.report_id);
    if (group) group.push(line);
    else groups.set(line.report_id, [line]);
  }
  return groups;
};

const sectionOf = ({ ordinal, heading, text }: ReportSection): ReportSection => ({
  ordinal,
  heading,
  text,
});

const formOf = (line: Line, sections: ReportSection[], findings: Finding[]): FilledForm => ({
  agency: line.agency,
  year: line.facts.year,
  scope: line.facts.scope,
  title: line.title,
  publishedOn: line.facts.publishedOn,
  unifiedSocialCreditCode: line.facts.unifiedSocialCreditCode,
  titleYear: line.titleYear,
  periodYear: line.periodYear,
  editions: {
    activeDisclosure: line.activeDisclosure,
    requests: line.requests,
    appeals: line.appeals,
  },
  blockEditions: line.blockEditions,
  cells: unpackCells(line.cells),
  sections,
  statements: line.statements,
  findings,
  ...(line.facts.personalData === undefined ? {} : { personalData: line.facts.personalData }),
});
