import { databaseColumn } from '../filing/printed-rows.js';
import type { Edition } from '../format/form.js';
import { blocksOf, forms } from '../format/forms.js';
import { outcomeRows } from '../format/outcomes.js';
import { columnKeys, rowsCountedAs } from '../filing/printed-columns.js';
import { count, decimal, sum, type Stored } from './numbers.js';
import type {
  ActiveDisclosureTable,
  AppealCounts,
  AppealTable,
  ApplicantCounts,
  DocumentCounts,
  RequestTable,
  ThreeTables,
} from './shapes.js';

/** Figures of a row by database column, and rows by their key. */
export type StoredRow = Readonly<Record<string, Stored>>;
export type StoredRows = Readonly<Record<string, StoredRow>>;

/** The printed rows of a report, or their sums over many. */
export interface StoredTables {
  requests: StoredRows | null;
  appeals: StoredRows | null;
  activeDisclosure: StoredRows | null;
}

const applicantKeys = columnKeys('REQUESTS') as readonly (keyof ApplicantCounts)[];
const appealKeys = columnKeys('APPEALS') as readonly (keyof AppealCounts)[];

/** The counts of a row under the API's names. */
function counts<Key extends string>(
  keys: readonly Key[],
  row?: StoredRow,
): Record<Key, number | null> {
  const entries = keys.map((key) => [key, count(row?.[databaseColumn(key)])]);
  return Object.fromEntries(entries) as Record<Key, number | null>;
}

/**
 * The three tables of stored rows. `editions` are those of table three whose rows are listed (none: the newest);
 * `stocks` is false in a total over more than one year, where a stock such as the documents in force says nothing.
 */
export function assemble(
  { requests, appeals, activeDisclosure }: StoredTables,
  { editions, stocks = true }: { editions: readonly Edition[]; stocks?: boolean },
): ThreeTables {
  return {
    activeDisclosure: activeDisclosureTable(activeDisclosure ?? {}, stocks),
    requests: requestTable(requests ?? {}, editions),
    appeals: appealTable(appeals ?? {}),
  };
}

function requestTable(rows: StoredRows, editions: readonly Edition[]): RequestTable {
  const listed = outcomeKeys(editions);
  return {
    received: counts(applicantKeys, rows['received']),
    carriedIn: counts(applicantKeys, rows['carriedIn']),
    outcomes: listed.map((outcome) => ({ outcome, counts: counts(applicantKeys, rows[outcome]) })),
    completed: counts(applicantKeys, rows['completed']),
    carriedOut: counts(applicantKeys, rows['carriedOut']),
  };
}

/** Outcomes that the editions print, in printed order. */
function outcomeKeys(editions: readonly Edition[]): readonly string[] {
  const shown = editions.length > 0 ? editions : forms.slice(-1).map((form) => form.edition);
  const blocks = shown.flatMap((edition) => blocksOf(edition, 'REQUESTS'));
  const printed = new Set(blocks.flatMap((block) => block.rows.map((row) => row.key)));
  return outcomeRows.map(({ key }) => key).filter((key) => printed.has(key));
}

const appealTable = (rows: StoredRows): AppealTable => ({
  reconsideration: counts(appealKeys, rows['reconsideration']),
  litigationDirect: counts(appealKeys, rows['litigationDirect']),
  litigationAfterReconsideration: counts(appealKeys, rows['litigationAfterReconsideration']),
});

/** Of the 2019 edition its three counts of decisions alone, which mean the same. */
function activeDisclosureTable(rows: StoredRows, stocks: boolean): ActiveDisclosureTable {
  const documents = (row?: StoredRow): DocumentCounts => ({
    issued: count(row?.['issued']),
    repealed: count(row?.['repealed']),
    inForce: stocks ? count(row?.['in_force']) : null,
  });
  const decisions = (key: string): number | null =>
    sum(rowsCountedAs(key).map((row) => count(rows[row]?.['decisions'])));
  return {
    regulations: documents(rows['regulations']),
    normativeDocuments: documents(rows['normativeDocuments']),
    licensingDecisions: decisions('licensingDecisions'),
    penaltyDecisions: decisions('penaltyDecisions'),
    coercionDecisions: decisions('coercionDecisions'),
    administrativeFeesWan: decimal(rows['administrativeFeesWan']?.['amount_wan']),
  };
}
