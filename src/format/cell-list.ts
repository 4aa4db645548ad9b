import type { Block, CellAddress, ValueKind } from './form.js';
import { addressKey, cellsOf } from './form.js';
import { forms } from './forms.js';

/** A report as a list of its cells, one a line: what the columns are called. */
export const cellListColumns = [
  'agency',
  'year',
  'scope',
  'edition',
  'table',
  'row',
  'column',
  'label',
  'status',
  'value',
  'raw',
] as const;

interface PlaceOfCell {
  block: Block;
  kind: ValueKind;
}

/** Where a cell stands on the form, in the edition asked for. */
export const placesOfEdition: ReadonlyMap<string, ReadonlyMap<string, PlaceOfCell>> = new Map(
  forms.map(({ edition, blocks }) => [
    edition,
    new Map(
      blocks.flatMap((block) =>
        [...cellsOf(block)].map((cell): [string, PlaceOfCell] => [
          addressKey(cell as CellAddress),
          { block, kind: cell.kind },
        ]),
      ),
    ),
  ]),
);
