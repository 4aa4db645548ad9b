import type { CellAddress } from '../../format/form.js';
import { addressKey } from '../../format/form.js';
import type { FilledCell, FilledForm } from '../../format/report.js';
import { makeReport } from './make-report.js';
import type { SynthReport } from './make-report.js';
import type { YearFigures } from './year-figures.js';

/** Faults as published reports have them, planted in reports that are otherwise right. */

const REQUESTS = 'REQUESTS';
const cell = (table: CellAddress['table'], row: string, column: string | null): CellAddress => ({
  table,
  row,
  column,
});

type Change = (cell: FilledCell) => FilledCell;

const withCells = (report: SynthReport, change: Change): SynthReport => ({
  ...report,
  form: { ...report.form, cells: report.form.cells.map(change) },
});
const withForm = (report: SynthReport, changed: Partial<FilledForm>): SynthReport => ({
  ...report,
  form: { ...report.form, ...changed },
});
const printing = (value: string): Change => {
  return (one) => ({ ...one, value, raw: value });
};

/** Changes the cells at these addresses. */
const at = (report: SynthReport, places: readonly CellAddress[], change: Change): SynthReport => {
  const keys = new Set(places.map(addressKey));
  return withCells(report, (one) => (keys.has(addressKey(one)) ? change(one) : one));
};
const more = (by: number): Change => {
  return (one) => printing(String(Number(one.value) + by))(one);
};
const section = (report: SynthReport, ordinal: number, text: string): SynthReport =>
  withForm(report, {
    sections: report.form.sections.map((s) => (s.ordinal === ordinal ? { ...s, text } : s)),
  });

/** 324 → 342. */
const transposed = (value: string): string => value.replace(/(.)(.)$/, '$2$1');

/** Each with what it does to the report, and the check that finds it. */
export const faults = {
  /** One cell of an outcome is one too high. */
  CELL_OFF: {
    check: 'A1',
    plant: (r) => at(r, [cell(REQUESTS, 'NOT_HELD', 'naturalPerson')], more(1)),
  },
  /** The last two digits of （七）总计 are exchanged. */
  DIGITS_TRANSPOSED: {
    check: 'A1',
    plant: (r) =>
      at(r, [cell(REQUESTS, 'completed', 'total')], (one) =>
        printing(transposed(one.value ?? ''))(one),
      ),
  },
  /** What is carried out was forgotten. */
  CARRIED_OUT_FORGOTTEN: {
    check: 'A3',
    plant: (r) => withCells(r, (one) => (one.row === 'carriedOut' ? printing('0')(one) : one)),
  },
  /** The total of reconsiderations is 0 beside results that are not. */
  APPEALS_TOTAL_ZERO: {
    check: 'A4',
    plant: (r) => at(r, [cell('APPEALS', 'reconsideration', 'total')], printing('0')),
  },
  /** Two requests more are carried in than last year carried out; all sums of the year hold. */
  CARRIED_IN_DIFFERS: {
    check: 'X1',
    plant: (r) =>
      at(
        r,
        ['carriedIn', 'NOT_HELD', 'completed'].flatMap((row) =>
          ['naturalPerson', 'total'].map((column) => cell(REQUESTS, row, column)),
        ),
        more(2),
      ),
  },
  /** The stock of normative documents grows by five that nobody issued. */
  STOCK_JUMPS: {
    check: 'X3',
    plant: (r) => at(r, [cell('ACTIVE_DISCLOSURE', 'normativeDocuments', 'inForce')], more(5)),
  },
  /** A county's bureau counts its rules as 规章. */
  REGULATIONS_CLAIMED: {
    check: 'F10',
    plant: (r) => at(r, [cell('ACTIVE_DISCLOSURE', 'regulations', 'inForce')], printing('3')),
  },
  /** The totals of the outcomes are left blank. */
  TOTALS_BLANK: {
    check: 'F8',
    plant: (r) =>
      withCells(r, (one) =>
        one.table === REQUESTS && one.column === 'total' && /^[A-Z]/.test(one.row)
          ? { ...one, status: 'BLANK', value: null, raw: '' }
          : one,
      ),
  },
  /** A stroke in place of every zero of table four. */
  MARKS_FOR_ZERO: {
    check: 'F8',
    plant: (r) =>
      withCells(r, (one) =>
        one.table === 'APPEALS' && one.value === '0'
          ? { ...one, status: 'MARK', value: null, raw: '/' }
          : one,
      ),
  },
  /** The form of 2019, two years after it was replaced. */
  OLD_FORM: {
    check: 'F1',
    plant: (r, figures) => ({
      ...makeReport('old form', r.agency, figures, { edition: 'E2019' }),
      publishedOn: r.publishedOn,
    }),
  },
  /** The period is left from last year's text. */
  PERIOD_OF_LAST_YEAR: {
    check: 'F3',
    plant: (r) => withForm(r, { periodYear: r.year - 1 }),
  },
  /** Published in May. */
  LATE: {
    check: 'F4',
    plant: (r) => {
      const publishedOn = `${r.year + 1}-05-17`;
      return { ...withForm(r, { publishedOn }), publishedOn };
    },
  },
  /** No word on problems. */
  NO_PROBLEMS: { check: 'F9', plant: (r) => section(r, 5, '无。') },
  /** No word on the information-processing fee. */
  FEE_UNTOLD: { check: 'F7', plant: (r) => section(r, 6, '无。') },
} satisfies Record<
  string,
  { check: string; plant: (report: SynthReport, figures: YearFigures) => SynthReport }
>;

export type FaultName = keyof typeof faults;

/** The report with the fault. `figures` are those it was made from. */
export const plantFault = (
  fault: FaultName,
  report: SynthReport,
  figures: YearFigures,
): SynthReport => {
  const { plant }: { plant: (r: SynthReport, f: YearFigures) => SynthReport } = faults[fault];
  return plant(report, figures);
};
