import { keptCellAt, keptCells } from '../filing/kept/kept-cells.js';
import type { CellSum, IndicatorSums } from './metrics.js';

/** What of a total somebody looks at: nothing else is computed and fetched. */
export interface TotalNeeds {
  /** Names of kept cells. */
  cells: ReadonlySet<string>;
  /** How many different agencies; over several years it is the one count that costs. */
  agencies: boolean;
}

export const EVERYTHING: TotalNeeds = {
  cells: new Set(keptCells.map(({ name }) => name)),
  agencies: true,
};

/** Kept cells that a sum of cells is made of; rows that lack a column are passed over. */
export const cellsOfSum = ({ table, rows, columns }: CellSum): string[] => [
  ...new Set(
    rows.flatMap((row) => columns.flatMap((column) => keptCellAt(table, row, column)?.name ?? [])),
  ),
];

export const cellsOfIndicator = ({ figure, of }: IndicatorSums): string[] => [
  ...cellsOfSum(figure),
  ...(of ? cellsOfSum(of) : []),
];
