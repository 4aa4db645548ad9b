import { addressKey } from '../format/form.js';
import type { TableName } from '../format/form.js';
import type { ReportTablesInput } from '../schema/inputs/report-tables.js';

type Figure = number | string | null;

/** A figure as somebody would write it: a mark where the cell is left blank. */
const written = (value: Figure): string => (value === null ? '/' : String(value));

type Entry = readonly [key: string, value: string];

const row = (table: TableName, key: string, figures: object): Entry[] =>
  Object.entries(figures).flatMap(([column, value]: [string, Figure | undefined]): Entry[] =>
    value === undefined ? [] : [[addressKey({ table, row: key, column }), written(value)]],
  );

/** Rows of several cells are objects, rows of one cell are figures. */
const rows = (table: TableName, filled: object): Entry[] =>
  Object.entries(filled).flatMap(
    ([key, figures]: [string, object | Figure | undefined]): Entry[] => {
      if (figures === undefined) return [];
      if (typeof figures === 'object' && figures !== null) return row(table, key, figures);
      return [[addressKey({ table, row: key, column: null }), written(figures)]];
    },
  );

/**
 * The cells of the tables that were filled in, by `addressKey`, each as it would be written.
 * @returns null where an outcome is given twice
 */
export function filledIn(tables: ReportTablesInput): ReadonlyMap<string, string> | null {
  const { outcomes, ...others } = tables.requests;
  const given = outcomes.map(({ outcome }) => outcome);
  if (new Set(given).size < given.length) return null;
  return new Map([
    ...rows('ACTIVE_DISCLOSURE', tables.activeDisclosure),
    ...rows('REQUESTS', others),
    ...outcomes.flatMap(({ outcome, counts }) => row('REQUESTS', outcome, counts)),
    ...rows('APPEALS', tables.appeals),
  ]);
}
