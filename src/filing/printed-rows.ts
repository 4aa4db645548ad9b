import { CellMap } from '../format/cell-map.js';
import { addressKey } from '../format/form.js';
import type { Block, CellAddress, Edition, TableName, ValueKind } from '../format/form.js';
import { forms } from '../format/forms.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { storedNumber } from './stored-numbers.js';

/** A printed row as its table stores it. */
export interface PrintedRow {
  /** From 1, in printed order within the table. */
  ordinal: number;
  row: string;
  edition: Edition;
  /** By database column; columns that the block does not print are missing. */
  figures: Readonly<Record<string, string | null>>;
}

/** Where a cell of the form is stored. */
interface Place {
  edition: Edition;
  column: string;
  kind: ValueKind;
}

const columnNames = new Map<string, string>();

/** `natural_person` of `naturalPerson`: one of the keys of the form, of which there are few. */
export const databaseColumn = (key: string): string => {
  const known = columnNames.get(key);
  if (known !== undefined) return known;
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(key, name);
  return name;
};

const placesOf = (block: Block): [CellAddress, Place][] =>
  block.rows.flatMap(({ key: row }) =>
    block.columns.map(({ key, kind }): [CellAddress, Place] => [
      { table: block.table, row, column: block.single ? null : key },
      { edition: block.edition, column: databaseColumn(key), kind },
    ]),
  );

/** The newest edition first: rows that editions share are stored alike, those of table two are told apart by columns. */
const places = new CellMap<Place>();
for (const form of forms) {
  for (const [cell, place] of form.blocks.flatMap(placesOf)) places.set(cell, place);
}

/** Database columns of a table over all editions. */
export const figureColumns = (table: TableName): string[] => {
  const keys = forms
    .flatMap((form) => form.blocks)
    .filter((block) => block.table === table)
    .flatMap((block) => block.columns.map(({ key }) => databaseColumn(key)));
  return [...new Set(keys)];
};

/** What a cell of the form may hold; null where no edition has such a cell. */
export const valueKindOf = (cell: CellAddress): ValueKind | null => places.get(cell)?.kind ?? null;

const placeOf = (cell: FilledCell): Place => {
  const place = places.get(cell);
  if (!place) throw new Error(`no edition of the form has the cell ${addressKey(cell)}`);
  return place;
};

interface PlacedCell {
  place: Place;
  cell: FilledCell;
  /** As it is stored. */
  number: string | null;
}

/** Worked out once for the cells of a form: three tables are stored, and what they leave unstated is counted. */
const placed = new WeakMap<FilledForm['cells'], readonly PlacedCell[]>();

const placedCells = ({ cells }: FilledForm): readonly PlacedCell[] => {
  const known = placed.get(cells);
  if (known) return known;
  const found = cells.map((cell): PlacedCell => {
    const place = placeOf(cell);
    return { place, cell, number: storedNumber(cell.value, place.kind) };
  });
  placed.set(cells, found);
  return found;
};

/** The rows of a table in printed order, also those of a table that the document lacks: all their figures are null. */
export const printedRows = (form: FilledForm, table: TableName): PrintedRow[] => {
  const rows = new Map<string, { edition: Edition; figures: Record<string, string | null> }>();
  for (const { cell, place, number } of placedCells(form)) {
    if (cell.table !== table) continue;
    let row = rows.get(cell.row);
    if (!row) rows.set(cell.row, (row = { edition: place.edition, figures: {} }));
    row.figures[place.column] = number;
  }
  return [...rows].map(([row, rest], i) => ({ ordinal: i + 1, row, ...rest }));
};

/** Cells of a table from which no number is stored; sums leave them out. */
export const unstatedCells = (form: FilledForm, table: TableName): number =>
  placedCells(form).filter(({ cell, number }) => cell.table === table && number === null).length;
