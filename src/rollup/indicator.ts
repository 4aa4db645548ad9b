import { countedTotal } from './categories.js';
import { isPartOf, metricDefinitions, sumsOf, type CellSum } from './metrics.js';
import { sum } from './numbers.js';
import type { AppealCounts, Indicator, ThreeTables } from './shapes.js';
import { rowsOfTable, type TableRow } from './table-rows.js';
import { wilson } from './wilson.js';

/** The values of the API's enum Metric, in its order. */
export const metrics: readonly string[] = Object.keys(metricDefinitions);

/**
 * One key figure of a report's or a total's tables, with `per` its ratio to another. A row whose 总计 is blank
 * counts with the sum of its stated columns.
 * @throws Refusal where a rate is to be divided or divided by
 */
export function indicatorOf(tables: ThreeTables, metric: string, per: string | null): Indicator {
  const { figure, of } = sumsOf(metric, per);
  const numerator = figureOf(tables, figure);
  if (!of) return { ...NOT_STATED, metric, per, value: toNumber(numerator), numerator };
  const denominator = figureOf(tables, of);
  const [upper, lower] = [toNumber(numerator), toNumber(denominator)];
  const value = upper === null || lower === null || lower === 0 ? null : upper / lower;
  const interval = value !== null && isPartOf(figure, of) ? wilson(upper ?? 0, lower ?? 0) : null;
  return { ...NOT_STATED, metric, per, value, numerator, denominator, ...interval };
}

const NOT_STATED = { numerator: null, denominator: null, low: null, high: null };

const toNumber = (figure: string | null): number | null =>
  figure === null ? null : Number(figure);

/** A sum of cells as an exact decimal; null where none is stated. Amounts are cells alone, never added here. */
function figureOf(tables: ThreeTables, { table, rows: keys, columns }: CellSum): string | null {
  const chosen = rowsOfTable(tables, table).filter(({ row }) => keys.includes(row));
  const cells = chosen.flatMap(({ figures }) => columns.map((column) => cellOf(figures, column)));
  const [only] = cells;
  if (cells.length === 1) return only === null || only === undefined ? null : String(only);
  const total = sum(cells.map((cell) => (cell === null ? null : Number(cell))));
  return total === null ? null : String(total);
}

const cellOf = (figures: TableRow['figures'], column: string): string | number | null =>
  column === 'total'
    ? countedTotal(figures as unknown as AppealCounts)
    : (figures[column] ?? figures[''] ?? null);
