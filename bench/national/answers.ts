import { outcomeCategories } from '../../src/format/outcomes.js';
import { databaseColumn } from '../../src/filing/printed-rows.js';
import { globalId } from '../../src/schema/global-id.js';

/** Both sides of a question told in the same words, so that they can be compared. */
export interface Told {
  ofApi: (data: Json) => unknown;
  ofRows: (rows: readonly Json[]) => unknown;
}

/** The answers to six queries, whose shapes the queries tell. */
export type Json = any;

const number = (value: unknown): number => Number(value ?? 0);
const categories = [...outcomeCategories.keys()];

/** Groups of a total with their sums; those without a single report are left out. */
export const groupsOf = (keys: readonly ('year' | 'sector')[]): Told => ({
  ofApi: ({ totals }) =>
    (totals.nodes as Json[]).map(({ key, coverage, requests }) => [
      ...keys.map((name) => (name === 'sector' ? (key.sector?.code ?? null) : key.year)),
      coverage.reports,
      ...[requests.received.total, requests.completed.total].map(number),
      ...(requests.outcomesByCategory ?? []).map((one: Json) => number(one.counts.total)),
    ]),
  ofRows: (rows) =>
    rows.map((row) => [
      ...keys.map((name) => row[name]),
      ...[row.reports, row.received, row.completed].map(number),
      ...categories
        .filter((category) => row[category.toLowerCase()] !== undefined)
        .map((category) => number(row[category.toLowerCase()])),
    ]),
});

export const rankOf: Told = {
  ofApi: ({ totals }) =>
    (totals.nodes as Json[]).map(({ key, indicator }) => [
      key.prefecture.code,
      key.prefecture.name,
      number(indicator.numerator),
      number(indicator.denominator),
    ]),
  ofRows: (rows) =>
    rows.map(({ code, name, refused, completed }) => [
      code,
      name,
      number(refused),
      number(completed),
    ]),
};

type Figures = Readonly<Record<string, unknown>>;

const stated = (figures: Figures): string[] =>
  Object.entries(figures)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([column, value]) => `${databaseColumn(column)} ${Number(value)}`)
    .sort();

/** Rows with a figure, of tables three and four as printed. */
const printed = (rows: readonly (readonly [string, Figures])[]): string[] =>
  rows.flatMap(([row, figures]) => {
    const told = stated(figures);
    return told.length === 0 ? [] : `${row}: ${told.join(', ')}`;
  });

const figuresOf = (line: Json): [string, Figures] => {
  const { row, ...figures } = line as Record<string, unknown>;
  delete figures['report_id'];
  delete figures['ordinal'];
  delete figures['year'];
  return [String(row), figures];
};

/** A report with every figure of tables three and four, and its fees. */
export const reportOf: Told = {
  ofApi: ({ report }) => {
    const { outcomes, ...others } = report.requests;
    const rows = [
      ...Object.entries(others),
      ...outcomes.map((one: Json) => [one.outcome, one.counts]),
      ...Object.entries(report.appeals),
    ] as [string, Figures][];
    return [
      report.id,
      report.title,
      report.revision,
      printed(rows).sort(),
      number(report.activeDisclosure.administrativeFeesWan),
    ];
  },
  ofRows: ([row]) => [
    globalId('Report', row.id),
    row.title,
    row.revision,
    printed([...row.requests, ...row.appeals].map(figuresOf)).sort(),
    number(
      (row.disclosure as Json[]).find((one) => one.row === 'administrativeFeesWan')?.amount_wan,
    ),
  ],
};

export const findingsOf: Told = {
  ofApi: ({ reports }) =>
    (reports.nodes as Json[]).map(({ id, title, agency, findings }) => [
      id,
      title,
      agency.id,
      agency.name,
      findings.map((one: Json) => `${one.severity} ${one.message}`),
    ]),
  ofRows: (rows) =>
    rows.map(({ id, title, agency_id: agency, name, findings }) => [
      globalId('Report', id),
      title,
      globalId('Agency', agency),
      name,
      (findings ?? []).map((one: Json) => `${one.severity} ${one.message}`),
    ]),
};
