import type { FilledCell, FilledForm } from '../format/report.js';
import { parseOutput } from './parse-output.js';
import type { ExportedReport } from './report-record.js';

/** A report as JSON: what `nianbao parse --cells` prints, with all that the form says beside it. */

type Json = Readonly<Record<string, unknown>>;

const FORMAT = 'nianbao-report';
const VERSION = 1;

export const reportJson = (report: ExportedReport): Json => {
  const { form, findings, agency, year, scope, revision, regionCode } = report;
  const { cells, titleYear, periodYear, blockEditions } = form;
  return {
    format: FORMAT,
    version: VERSION,
    report: { agency, regionCode, year, scope, revision },
    ...printed(form, findings),
    titleYear,
    periodYear,
    blockEditions,
    cells: cells.map(cellJson),
  };
};

/** Without what `nianbao parse` says of the file that it read. */
const printed = (form: FilledForm, findings: ExportedReport['findings']): Json =>
  Object.fromEntries(
    Object.entries(parseOutput('', form, findings)).filter(
      ([key]) => key !== 'file' && key !== 'ok',
    ),
  );

/** Keys in one order, so that the same report is the same text. */
const cellJson = ({ table, row, column, status, value, raw, locator, read }: FilledCell): Json => ({
  table,
  row,
  column,
  status,
  value,
  raw,
  locator,
  ...(read && { read: { status: read.status, value: read.value } }),
});

/**
 * The form that an export told, without its findings.
 * @throws Error where the text is no export of a report
 */
export const formOfJson = (text: string): Omit<FilledForm, 'findings'> => {
  const told = JSON.parse(text) as Json;
  if (told['format'] !== FORMAT || told['version'] !== VERSION || !Array.isArray(told['cells'])) {
    throw new Error('this is no report exported as JSON');
  }
  return Object.fromEntries(KEYS.map((key) => [key, told[key]])) as unknown as FilledForm;
};

const KEYS = [
  'agency',
  'year',
  'scope',
  'title',
  'publishedOn',
  'unifiedSocialCreditCode',
  'titleYear',
  'periodYear',
  'editions',
  'blockEditions',
  'cells',
  'sections',
  'statements',
] as const satisfies readonly (keyof FilledForm)[];
