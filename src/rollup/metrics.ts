import type { OutcomeCategory, TableName } from '../format/form.js';
import { outcomeRows } from '../format/outcomes.js';
import { Refusal } from './refusal.js';

/** Cells of one table that are added up: these columns of these rows. */
export interface CellSum {
  table: TableName;
  rows: readonly string[];
  columns: readonly string[];
}

/** A key figure: a sum of cells, or for a rate one sum of another. From it follow the values and the SQL. */
export interface MetricDefinition {
  figure: CellSum;
  /** Set for rates. */
  of?: CellSum;
}

/** Rows of every edition that are an outcome of the category. */
export const outcomesOf = (category: OutcomeCategory): readonly string[] =>
  outcomeRows.filter((row) => row.category === category).map((row) => row.key);

const requests = (...rows: string[]): CellSum => ({ table: 'REQUESTS', rows, columns: ['total'] });
const appeals = (rows: string[], columns: string[]): CellSum => ({
  table: 'APPEALS',
  rows,
  columns,
});

const COMPLETED = requests('completed');
const LITIGATION = ['litigationDirect', 'litigationAfterReconsideration'];
const DECIDED = ['upheld', 'corrected', 'otherResult'];

const category = (name: OutcomeCategory): MetricDefinition => ({
  figure: requests(...outcomesOf(name)),
});
const reasons = (...names: string[]): Record<string, MetricDefinition> =>
  Object.fromEntries(names.map((name) => [`REASON_${name}`, { figure: requests(name) }]));

/** Outcomes that are a reason of the API's enum Metric: all but those that are a category of their own. */
const REASONS = [
  ...outcomesOf('REFUSED'),
  ...outcomesOf('UNABLE_TO_PROVIDE'),
  ...outcomesOf('NOT_PROCESSED'),
  ...outcomesOf('OTHER_DISPOSITION').filter((key) => key !== 'UNSPECIFIED_OTHER'),
];

/** Every Metric, in the order of the API's enum. */
export const metricDefinitions: Readonly<Record<string, MetricDefinition>> = {
  REQUESTS_RECEIVED: { figure: requests('received') },
  REQUESTS_CARRIED_IN: { figure: requests('carriedIn') },
  REQUESTS_COMPLETED: { figure: COMPLETED },
  REQUESTS_CARRIED_OUT: { figure: requests('carriedOut') },
  OUTCOME_GRANTED: category('GRANTED'),
  OUTCOME_PARTIALLY_GRANTED: category('PARTIALLY_GRANTED'),
  OUTCOME_REFUSED: category('REFUSED'),
  OUTCOME_UNABLE_TO_PROVIDE: category('UNABLE_TO_PROVIDE'),
  OUTCOME_NOT_PROCESSED: category('NOT_PROCESSED'),
  OUTCOME_OTHER: category('OTHER_DISPOSITION'),
  ...reasons(...REASONS),
  GRANT_RATE: { figure: requests('GRANTED', 'PARTIALLY_GRANTED'), of: COMPLETED },
  REFUSAL_RATE: { ...category('REFUSED'), of: COMPLETED },
  RECONSIDERATION_TOTAL: { figure: appeals(['reconsideration'], ['total']) },
  RECONSIDERATION_CORRECTION_RATE: {
    figure: appeals(['reconsideration'], ['corrected']),
    of: appeals(['reconsideration'], DECIDED),
  },
  LITIGATION_TOTAL: { figure: appeals(LITIGATION, ['total']) },
  LITIGATION_CORRECTION_RATE: {
    figure: appeals(LITIGATION, ['corrected']),
    of: appeals(LITIGATION, DECIDED),
  },
  ADMINISTRATIVE_FEE_WAN: {
    figure: {
      table: 'ACTIVE_DISCLOSURE',
      rows: ['administrativeFeesWan'],
      columns: ['amountWan'],
    },
  },
};

/** Names of the cells that a sum consists of on the form: a printed sum is taken apart. */
function parts({ table, rows, columns }: CellSum): Set<string> {
  const allRows = rows.flatMap((row) =>
    row === 'completed' ? outcomeRows.map(({ key }) => key) : row,
  );
  const allColumns = columns.flatMap((column) =>
    column === 'total' && table === 'APPEALS' ? [...DECIDED, 'pending'] : column,
  );
  return new Set(allRows.flatMap((row) => allColumns.map((column) => `${table}/${row}/${column}`)));
}

/** True where every case that the one sum counts is counted by the other too, so that their ratio is a share. */
export function isPartOf(figure: CellSum, whole: CellSum): boolean {
  const all = parts(whole);
  return figure.table !== 'ACTIVE_DISCLOSURE' && [...parts(figure)].every((part) => all.has(part));
}

/** An indicator's figure, and what it is divided by where it is a ratio. */
export interface IndicatorSums {
  figure: CellSum;
  of: CellSum | null;
}

/**
 * The sums behind an indicator.
 * @throws Refusal where a rate is to be divided or divided by
 */
export function sumsOf(metric: string, per: string | null): IndicatorSums {
  const definition = definitionOf(metric);
  if (per === null) return { figure: definition.figure, of: definition.of ?? null };
  const divisor = definitionOf(per);
  if (definition.of || divisor.of) {
    throw new Refusal(`${definition.of ? metric : per} is a ratio already: it goes without per.`);
  }
  return { figure: definition.figure, of: divisor.figure };
}

function definitionOf(metric: string): MetricDefinition {
  const definition = Object.hasOwn(metricDefinitions, metric) && metricDefinitions[metric];
  if (!definition) throw new Refusal(`There is no metric ${metric}.`);
  return definition;
}
