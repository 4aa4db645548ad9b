import { addressKey, cellsOf } from '../format/form.js';
import type { Block, CellAddress, Edition, TableName } from '../format/form.js';
import { blocksOf, editionOfYear, forms } from '../format/forms.js';
import type { FilledCell, FilledForm, ReportScope } from '../format/report.js';
import { cellName } from './cell-name.js';
import { refused } from './report-input.js';
import type { Refused } from './report-input.js';
import { typedNumber } from './typed-number.js';

/** What a person copied from a document that no reader can read. */
export interface EnteredReport {
  agency: string;
  year: number;
  scope: ReportScope | null;
  title: string | null;
  /** ISO date. */
  publishedOn: string | null;
  unifiedSocialCreditCode: string | null;
  /** Numbers as printed, by `addressKey`: all cells of a table, or none of a table that the document lacks. */
  cells: ReadonlyMap<string, string>;
}

const TABLES: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

/** The entered numbers as a filled form; refused with INCOMPLETE, NO_SUCH_CELL or NOT_A_NUMBER. */
export const enteredForm = (entry: EnteredReport): FilledForm | Refused => {
  const tables = TABLES.map((table) => enteredTable(entry, table));
  const fault = tables.find((table) => 'kind' in table);
  if (fault) return fault;
  const read = tables.filter((table) => 'cells' in table);
  if (read.every(({ edition }) => edition === null)) {
    return refused('INCOMPLETE', 'Not a single cell is given.');
  }
  const [activeDisclosure = null, requests = null, appeals = null] = read.map((t) => t.edition);
  return {
    ...factsOf(entry),
    editions: { activeDisclosure, requests, appeals },
    blockEditions: Object.fromEntries(
      read.flatMap(({ blocks, edition }) =>
        edition === null ? [] : blocks.map(({ key }) => [key, edition] as const),
      ),
    ),
    cells: read.flatMap(({ cells }) => cells),
    sections: [],
    statements: [],
    findings: [],
  };
};

const factsOf = ({
  agency,
  year,
  scope,
  title,
  publishedOn,
  unifiedSocialCreditCode,
}: EnteredReport) => ({
  ...{ agency, year, scope, title, publishedOn, unifiedSocialCreditCode },
  titleYear: null,
  periodYear: null,
});

interface EnteredTable {
  /** Null where the document lacks the table. */
  edition: Edition | null;
  blocks: readonly Block[];
  cells: FilledCell[];
}

/** The cells tell the edition; where both have them, the year does. */
const enteredTable = (entry: EnteredReport, table: TableName): EnteredTable | Refused => {
  const given = [...entry.cells.keys()].filter((key) => key.startsWith(`${table}/`));
  const ofYear = editionOfYear(entry.year);
  const editions = [ofYear, ...forms.map((f) => f.edition).filter((e) => e !== ofYear)];
  if (given.length === 0) {
    const blocks = blocksOf(ofYear, table);
    return { edition: null, blocks, cells: addressesOf(blocks).map(absent) };
  }
  const edition = editions.find((e) => {
    const known = new Set(addressesOf(blocksOf(e, table)).map(addressKey));
    return given.every((key) => known.has(key));
  });
  if (!edition)
    return refused('NO_SUCH_CELL', `No edition of the form has all given cells of ${table}.`);
  const blocks = blocksOf(edition, table);
  const cells = addressesOf(blocks).map((cell) => enteredCell(cell, entry.cells));
  const missing = cells.flatMap((cell) => ('missing' in cell ? [cellName(cell.missing)] : []));
  if (missing.length > 0) return incomplete(missing);
  const fault = cells.find((cell) => 'kind' in cell);
  return fault ?? { edition, blocks, cells: cells.filter((cell) => 'status' in cell) };
};

const incomplete = (missing: readonly string[]): Refused => {
  const some = missing.slice(0, 3).join(', ');
  return refused(
    'INCOMPLETE',
    `${missing.length} cells are not given: ${some}${missing.length > 3 ? ', …' : ''}.`,
  );
};

const addressesOf = (blocks: readonly Block[]) => blocks.flatMap((block) => [...cellsOf(block)]);

const absent = ({ table, row, column }: CellAddress): FilledCell => ({
  ...{ table, row, column },
  ...{ status: 'ABSENT', value: null, raw: null, locator: null },
});

const enteredCell = (
  { kind, ...address }: ReturnType<typeof addressesOf>[number],
  given: ReadonlyMap<string, string>,
): FilledCell | Refused | { missing: CellAddress } => {
  const typed = given.get(addressKey(address));
  if (typed === undefined) return { missing: address };
  const number = typedNumber(typed, kind);
  if (!number) {
    return refused('NOT_A_NUMBER', `${cellName(address)}: "${typed.slice(0, 40)}" is no number.`);
  }
  return { ...address, status: 'ENTERED', value: number.value, raw: null, locator: null };
};
