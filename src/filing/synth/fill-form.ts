import type { Block, Edition } from '../../format/form.js';
import { cellsOf } from '../../format/form.js';
import { formOf } from '../../format/forms.js';
import type { FilledCell } from '../../format/report.js';
import type { Applicants, Documents, Items, YearFigures } from './year-figures.js';

/** The cells of a form from a year's figures. */

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const plus = (...rows: Applicants[]): number[] =>
  [0, 1, 2, 3, 4, 5].map((i) => sum(rows.map((row) => row[i] ?? 0)));

/** Exact decimal of `units` divided by 10^`places`: 123134370000 fen → 12313.437 of 10^7. */
const decimal = (units: number, places: number): string => {
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
};

type Row = Readonly<Record<string, string | number>>;

/** 2019: the one row （六）其他处理 holds what 2021 prints in three. */
const otherRows = ['CORRECTION_OVERDUE', 'FEE_UNPAID', 'OTHER_REASON'];

const applicantRow = (counts: Applicants): Row => ({
  naturalPerson: counts[0] ?? 0,
  businessEnterprise: counts[1] ?? 0,
  researchInstitution: counts[2] ?? 0,
  publicInterestOrganization: counts[3] ?? 0,
  legalServiceAgency: counts[4] ?? 0,
  otherOrganization: counts[5] ?? 0,
  total: sum(counts),
});

const appealRow = (counts: readonly number[]): Row => ({
  upheld: counts[0] ?? 0,
  corrected: counts[1] ?? 0,
  otherResult: counts[2] ?? 0,
  pending: counts[3] ?? 0,
  total: sum(counts),
});

const documentRow = ({ issued, repealed, inForce, totalDisclosed }: Documents): Row => ({
  issued,
  repealed,
  inForce,
  produced: issued,
  disclosed: issued,
  totalDisclosed,
});

const itemRow = ({ lastYear, change }: Items, decisions?: number): Row => ({
  itemsLastYear: lastYear,
  change,
  ...(decisions === undefined ? {} : { decisions }),
});

/** Every row of both editions by its key. */
const rowsOf = (f: YearFigures): Readonly<Record<string, Row>> => ({
  regulations: documentRow(f.regulations),
  normativeDocuments: documentRow(f.normativeDocuments),
  licensingDecisions: { decisions: f.licences },
  penaltyDecisions: { decisions: f.penalties },
  coercionDecisions: { decisions: f.coercions },
  administrativeFeesWan: { amountWan: decimal(f.feesFen, 6) },
  licensing: itemRow(f.items.licensing, f.licences),
  otherServices: itemRow(f.items.otherServices, 0),
  penalty: itemRow(f.items.penalty, f.penalties),
  coercion: itemRow(f.items.coercion, f.coercions),
  administrativeFees: itemRow(f.items.fees),
  procurement: { projects: f.procurementProjects, amountYuan: decimal(f.procurementFen, 2) },
  received: applicantRow(f.received),
  carriedIn: applicantRow(f.carriedIn),
  ...Object.fromEntries([...f.outcomes].map(([key, counts]) => [key, applicantRow(counts)])),
  UNSPECIFIED_OTHER: applicantRow(plus(...otherRows.map((key) => f.outcomes.get(key) ?? []))),
  completed: applicantRow(f.completed),
  carriedOut: applicantRow(f.carriedOut),
  reconsideration: appealRow(f.reconsideration),
  litigationDirect: appealRow(f.litigationDirect),
  litigationAfterReconsideration: appealRow(f.litigationAfterReconsideration),
});

/** Cells of every block of the edition in printed order. They have no locator: there is no document behind them. */
export const fillCells = (edition: Edition, figures: YearFigures): FilledCell[] => {
  const rows = rowsOf(figures);
  return formOf(edition).blocks.flatMap((block) => [...filledOf(block, rows)]);
};

function* filledOf(block: Block, rows: Readonly<Record<string, Row>>): Generator<FilledCell> {
  const [only] = block.columns;
  for (const { table, row, column } of cellsOf(block)) {
    const value = String(rows[row]?.[column ?? only?.key ?? ''] ?? 0);
    yield { table, row, column, status: 'READ', value, raw: value, locator: null };
  }
}

/** The edition of every block, as a report that follows one form throughout has it. */
export const blockEditionsOf = (edition: Edition): Record<string, Edition> =>
  Object.fromEntries(formOf(edition).blocks.map((block) => [block.key, edition]));
