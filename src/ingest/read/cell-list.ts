import { parse } from 'csv-parse/sync';
import { cellListColumns, placesOfEdition } from '../../format/cell-list.js';
import { addressKey } from '../../format/form.js';
import type { Edition, TableName } from '../../format/form.js';
import { reportScopes } from '../../format/report-scopes.js';
import type { CellStatus, FilledCell, FilledForm } from '../../format/report.js';
import { IngestError } from '../ingest-error.js';
import { readValue } from '../tables/value.js';

/** Reports exported as a list of their cells: nothing has to be found out, everything is said. */

type Line = Readonly<Record<(typeof cellListColumns)[number], string>>;

const HEAD = cellListColumns.join(',');
const MOST_LINES = 2_000;

/** True where a text is such a list. */
export const isCellList = (text: string): boolean => text.replace(/^\ufeff/, '').startsWith(HEAD);

/** @throws IngestError CORRUPT_FILE with the line, where it says what no form can */
export function readCellList(text: string): FilledForm {
  const lines = linesOf(text);
  const blockEditions: Record<string, Edition> = {};
  const tables = new Map<TableName, Edition>();
  const cells = new Map<string, FilledCell>();
  lines.forEach((line, i) => {
    const { cell, block } = cellOf(line, i + 2);
    const key = addressKey(cell);
    if (cells.has(key)) throw corrupt(i + 2, 'the cell stands there twice');
    cells.set(key, cell);
    if (cell.status === 'ABSENT') return;
    blockEditions[block.key] = block.edition;
    if (tables.get(block.table) !== 'E2019') tables.set(block.table, block.edition);
  });
  const [first] = lines;
  const year = /^\d{4}$/.test(first?.year ?? '') ? Number(first?.year) : null;
  return {
    agency: first?.agency || null,
    year,
    scope: reportScopes.find((scope) => scope === first?.scope) ?? null,
    title: null,
    publishedOn: null,
    unifiedSocialCreditCode: null,
    titleYear: null,
    periodYear: null,
    editions: {
      activeDisclosure: tables.get('ACTIVE_DISCLOSURE') ?? null,
      requests: tables.get('REQUESTS') ?? null,
      appeals: tables.get('APPEALS') ?? null,
    },
    blockEditions,
    cells: [...cells.values()],
    sections: [],
    statements: [],
    findings: [],
  };
}

function linesOf(text: string): Line[] {
  let lines: Line[];
  try {
    lines = parse(text, { bom: true, columns: true, skip_empty_lines: true });
  } catch (error) {
    throw new IngestError('CORRUPT_FILE', `The list of cells: ${(error as Error).message}`);
  }
  if (lines.length > MOST_LINES) {
    throw new IngestError('TABLE_TOO_LARGE', `A list of cells has at most ${MOST_LINES} lines.`);
  }
  const [first] = lines;
  const other = lines.findIndex((l) => l.agency !== first?.agency || l.year !== first.year);
  if (other >= 0) throw corrupt(other + 2, 'another report begins; a file holds one');
  return lines;
}

/** Figures that a person entered are figures like others to whoever reads the list. */
const STATUSES: Readonly<Record<string, CellStatus>> = {
  READ: 'READ',
  ENTERED: 'READ',
  BLANK: 'BLANK',
  MARK: 'MARK',
  UNREADABLE: 'UNREADABLE',
  ABSENT: 'ABSENT',
};

function cellOf(
  line: Line,
  at: number,
): { cell: FilledCell; block: { key: string; edition: Edition; table: TableName } } {
  const table = line.table as TableName;
  const address = { table, row: line.row, column: line.column === '' ? null : line.column };
  const place = placesOfEdition.get(line.edition)?.get(addressKey(address));
  if (!place) throw corrupt(at, 'the edition has no such cell');
  const stated = STATUSES[line.status];
  if (!stated) throw corrupt(at, 'the status is none');
  const status = stated === 'READ' && line.value === '' ? 'BLANK' : stated;
  if (status === 'READ' && readValue(line.value, place.kind).value !== line.value) {
    throw corrupt(at, 'the value is no plain number that the cell may hold');
  }
  if (status !== 'READ' && line.value !== '') throw corrupt(at, 'a cell without number has one');
  const absent = status === 'ABSENT';
  return {
    block: place.block,
    cell: {
      ...address,
      status,
      value: status === 'READ' ? line.value : null,
      raw: absent ? null : line.raw,
      locator: absent ? null : `line ${at}`,
    },
  };
}

const corrupt = (line: number, why: string): IngestError =>
  new IngestError('CORRUPT_FILE', `The list of cells, line ${line}: ${why}.`, `line ${line}`);
