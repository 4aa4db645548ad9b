import { CellMap } from '../../format/cell-map.js';
import { addressKey, cellsOf } from '../../format/form.js';
import type { Block, CellAddress, Edition, TableName } from '../../format/form.js';
import { blocksOf, editionOfYear } from '../../format/forms.js';
import type { CellStatus, FilledCell, FilledForm } from '../../format/report.js';
import { figureAt, LineError, listAt, objectAt, objectOrNone, oneOf } from './line-values.js';
import { textAt, textOrNull } from './line-values.js';
import type { JsonObject } from './line-values.js';

/** The cells of a parsed report, from its tables or, where it was printed with them, from its list of cells. */

export interface ReadCells {
  cells: FilledCell[];
  blockEditions: Record<string, Edition>;
}

const TABLES: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

const EDITION_KEYS = {
  ACTIVE_DISCLOSURE: 'activeDisclosure',
  REQUESTS: 'requests',
  APPEALS: 'appeals',
} as const;

export const cellsOfLine = (
  line: JsonObject,
  year: number | null,
  editions: FilledForm['editions'],
  doubted: ReadonlySet<string>,
): ReadCells => {
  const told = new CellMap<FilledCell>();
  for (const cell of listAt(line['cells'], 'cells').map(cellOf)) told.set(cell, cell);
  const { activeDisclosure, requests, appeals } = editions;
  const beside = requests ?? activeDisclosure ?? appeals;
  const read: ReadCells = { cells: [], blockEditions: {} };
  for (const table of TABLES) {
    const edition = editions[EDITION_KEYS[table]];
    const prescribed = edition ?? beside ?? editionOfYear(year ?? new Date().getFullYear());
    for (const block of printedBlocks(line, table, prescribed)) {
      const cells = rowsOf(block).flatMap(([row, addresses]) => {
        const values = rowOf(line, block, row);
        return addresses.map(
          (address) => told.get(address) ?? printed(address, values, edition === null, doubted),
        );
      });
      read.cells.push(...cells);
      if (cells.some(({ status }) => status !== 'ABSENT')) {
        read.blockEditions[block.key] = block.edition;
      }
    }
  }
  return read;
};

type RowCells = readonly [row: string, cells: readonly CellAddress[]];

const known = new WeakMap<Block, readonly RowCells[]>();

/** The cells of a block by its rows. */
function rowsOf(block: Block): readonly RowCells[] {
  const found = known.get(block);
  if (found) return found;
  const rows = new Map<string, CellAddress[]>(block.rows.map(({ key }) => [key, []]));
  for (const { table, row, column } of cellsOf(block)) rows.get(row)?.push({ table, row, column });
  known.set(block, [...rows]);
  return [...rows];
}

/** Blocks of table two may be of either edition: the older where it states anything in a column of its own. */
const printedBlocks = (line: JsonObject, table: TableName, edition: Edition): readonly Block[] => {
  if (table !== 'ACTIVE_DISCLOSURE' || edition !== 'E2019') return blocksOf(edition, table);
  const newer = new Map(blocksOf('E2021', table).map((block) => [block.key, block]));
  return blocksOf('E2019', table).map((older) => {
    const other = newer.get(older.key);
    return other && !statesAny(line, older) && statesAny(line, other) ? other : older;
  });
};

const statesAny = (line: JsonObject, block: Block): boolean =>
  block.rows.some(({ key }) => Object.values(rowOf(line, block, key)).some((v) => v !== null));

/** The values of a row by column; of a block with one cell a row under the name of that column and `''`. */
const rowOf = (line: JsonObject, block: Block, row: string): JsonObject => {
  const { table, edition, single } = block;
  if (table === 'APPEALS') return under(line, ['appeals', row]);
  if (table === 'REQUESTS') {
    const isOutcome = block.rows.some(({ key, category }) => key === row && category);
    return under(line, isOutcome ? ['requests', 'outcomes', row] : ['requests', row]);
  }
  const key = edition === 'E2019' ? 'activeDisclosure2019' : 'activeDisclosure';
  if (!single) return under(line, [key, row]);
  return { '': objectOrNone(line[key], key)[row] ?? null };
};

const under = (line: JsonObject, path: readonly string[]): JsonObject =>
  path.reduce<JsonObject>(
    (object, key, i) => objectOrNone(object[key], path.slice(0, i + 1).join('.')),
    line,
  );

/** Without its list of cells a line does not tell why a number is not there: it counts as left blank. */
const printed = (
  { table, row, column }: CellAddress,
  values: JsonObject,
  isAbsent: boolean,
  doubted: ReadonlySet<string>,
): FilledCell => {
  const given = values[column ?? ''];
  const isStated = given !== null && given !== undefined;
  const value = isStated ? figureAt(given, addressKey({ table, row, column })) : null;
  const address = { table, row, column, value, locator: null };
  if (value !== null) return { ...address, status: 'READ', raw: value };
  if (isAbsent) return { ...address, status: 'ABSENT', raw: null };
  const isDoubted = doubted.size > 0 && doubted.has(addressKey({ table, row, column }));
  return { ...address, status: isDoubted ? 'UNREADABLE' : 'BLANK', raw: '' };
};

const STATUSES: readonly CellStatus[] = ['READ', 'BLANK', 'MARK', 'UNREADABLE', 'ABSENT'];

const cellOf = (given: unknown, i: number): FilledCell => {
  const place = `cells[${i}]`;
  const cell = objectAt(given, place);
  const status = oneOf(cell['status'], `${place}.status`, STATUSES);
  if (!status) throw new LineError(`${place}.status is missing`);
  return {
    ...addressAt(cell, place),
    status,
    value: figureAt(cell['value'], `${place}.value`),
    raw: textOrNull(cell['raw'], `${place}.raw`),
    locator: textOrNull(cell['locator'], `${place}.locator`),
  };
};

/** The place of a cell; `column` may be left out where the row has one cell. */
export const addressAt = (cell: JsonObject, place: string): CellAddress => {
  const table = oneOf(cell['table'], `${place}.table`, TABLES);
  if (!table) throw new LineError(`${place}.table is missing`);
  return {
    table,
    row: textAt(cell['row'], `${place}.row`),
    column: textOrNull(cell['column'], `${place}.column`),
  };
};
