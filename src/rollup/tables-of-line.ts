import { keptCells } from '../filing/kept/kept-cells.js';
import { databaseColumn } from '../filing/printed-rows.js';
import type { TableName } from '../format/form.js';
import type { StoredRows, StoredTables } from './assemble.js';
import type { Stored } from './numbers.js';

/** Figures by the names of kept cells. */
type FiguresByName = Readonly<Record<string, Stored>>;

const byName = new Map(keptCells.map((cell) => [cell.name, cell]));

/** Where the columns of a line stand in the three tables. */
export type Places = ReadonlyMap<
  TableName,
  readonly { name: string; row: string; column: string }[]
>;

/** Where kept cells stand, by their names. */
export function placesAmong(cells: readonly string[]): Places {
  const places = new Map<TableName, { name: string; row: string; column: string }[]>();
  for (const name of cells) {
    const cell = byName.get(name);
    const [source] = cell?.sources ?? [];
    if (!cell || !source) continue;
    const place = { name, row: source.row, column: databaseColumn(source.column) };
    places.set(cell.table, [...(places.get(cell.table) ?? []), place]);
  }
  return places;
}

function rowsOf(line: FiguresByName, table: TableName, places: Places): StoredRows {
  const rows: Record<string, Record<string, Stored>> = {};
  for (const { name, row, column } of places.get(table) ?? []) {
    (rows[row] ??= {})[column] = line[name];
  }
  return rows;
}

/** The rows of a line, table by table when somebody looks at them. */
export class TablesOfLine implements StoredTables {
  constructor(
    private readonly line: FiguresByName,
    private readonly places: Places,
  ) {}

  get requests(): StoredRows {
    return rowsOf(this.line, 'REQUESTS', this.places);
  }

  get appeals(): StoredRows {
    return rowsOf(this.line, 'APPEALS', this.places);
  }

  get activeDisclosure(): StoredRows {
    return rowsOf(this.line, 'ACTIVE_DISCLOSURE', this.places);
  }
}
