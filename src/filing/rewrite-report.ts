import type { EntityManager } from 'typeorm';
import { runChecks } from '../checks/run.js';
import type { FilledForm, Finding } from '../format/report.js';
import { checkContexts, judgedForm } from './check-context.js';
import { attachExplanations } from './explanations.js';
import { keepingSums } from './kept/keeping-sums.js';
import type { ReportInput } from './report-input.js';
import type { StoredReport } from './stored-report.js';
import { allFindings, contentColumns, contentRow, writeContents } from './write-reports.js';

/** What a stored report is to hold from now on. */
export interface NewContent {
  form: FilledForm;
  filingFindings: readonly Finding[];
  /** ISO date; null: the form's. */
  publishedOn: string | null;
  readerVersion: string;
}

/** The findings that it has now, and how many explanations fell with the figures they were about. */
export interface Rewritten {
  findings: readonly Finding[];
  droppedExplanations: number;
}

/**
 * Puts another form in the place of a stored report's, within a transaction that has locked it: figures, evidence, text,
 * and the findings of all checks, which run again. Its document, revision and status stay.
 */
export const rewriteReport = async (
  manager: EntityManager,
  report: StoredReport,
  content: NewContent,
): Promise<Rewritten> => {
  const { form, ...rest } = content;
  const publishedOn = content.publishedOn ?? form.publishedOn;
  const [known] = await checkContexts(manager, [{ ...report, publishedOn, form }]);
  if (!known) throw new Error('no context for a report that is stored');
  const judgement = runChecks(judgedForm(form, report, known), known.context);
  const input: ReportInput = { ...report, form, ...rest, ...judgement, source: null };
  await keepingSums(manager, [report], async () => {
    await manager.query(EMPTY, [report.id, report.year]);
    await writeContents(manager, [{ input, revision: revisionOf(report) }]);
    await manager.query(UPDATE, [report.id, JSON.stringify([contentRow(input)])]);
  });
  return {
    findings: allFindings(input),
    droppedExplanations: await attachExplanations(manager, report.id),
  };
};

const revisionOf = ({ id, ...report }: StoredReport) => ({
  ...report,
  reportId: id,
  isNewest: !report.superseded,
});

const EMPTY = `
  with requests as (delete from request_row where report_id = $1 and year = $2),
       appeals as (delete from appeal_row where report_id = $1 and year = $2),
       disclosure as (delete from active_disclosure_row where report_id = $1 and year = $2),
       evidence as (delete from report_evidence where report_id = $1),
       sections as (delete from report_section where report_id = $1)
  delete from finding where report_id = $1`;

const names = Object.keys(contentColumns);

const UPDATE = `
  update report set (${names.join(', ')}) = (
    select ${names.join(', ')}
    from json_to_recordset($2::json)
      as n (${names.map((name) => `${name} ${contentColumns[name] ?? ''}`).join(', ')})
  )
  where id = $1`;
