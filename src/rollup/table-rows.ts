import type { TableName } from '../format/form.js';
import type {
  ActiveDisclosureTable,
  AppealTable,
  DocumentCounts,
  RequestTable,
  ThreeTables,
} from './shapes.js';

/** A row of the three tables by the names of a cell's address: figures by column, amounts as decimals. */
export interface TableRow {
  table: TableName;
  row: string;
  /** Where the row has one cell, its value stands under the empty name. */
  figures: Readonly<Record<string, number | string | null>>;
}

/** Every row of the three tables, in printed order. */
export const rowsOf = (tables: ThreeTables): readonly TableRow[] => [
  ...rowsOfTable(tables, 'ACTIVE_DISCLOSURE'),
  ...rowsOfTable(tables, 'REQUESTS'),
  ...rowsOfTable(tables, 'APPEALS'),
];

/** The rows of one of them. */
export function rowsOfTable(tables: ThreeTables, table: TableName): readonly TableRow[] {
  if (table === 'REQUESTS') return requestRows(tables.requests);
  return table === 'APPEALS' ? appealRows(tables.appeals) : disclosureRows(tables.activeDisclosure);
}

const disclosureRows = (table: ActiveDisclosureTable): TableRow[] =>
  (Object.entries(table) as [string, DocumentCounts | number | string | null][]).map(
    ([row, value]) => ({
      table: 'ACTIVE_DISCLOSURE',
      row,
      figures: typeof value === 'object' && value !== null ? { ...value } : { '': value },
    }),
  );

const requestRows = (table: RequestTable): TableRow[] =>
  [
    { outcome: 'received', counts: table.received },
    { outcome: 'carriedIn', counts: table.carriedIn },
    ...table.outcomes,
    { outcome: 'completed', counts: table.completed },
    { outcome: 'carriedOut', counts: table.carriedOut },
  ].map(({ outcome, counts }) => ({ table: 'REQUESTS', row: outcome, figures: { ...counts } }));

const appealRows = (table: AppealTable): TableRow[] =>
  Object.entries(table).map(([row, counts]: [string, AppealTable['reconsideration']]) => ({
    table: 'APPEALS',
    row,
    figures: { ...counts },
  }));
