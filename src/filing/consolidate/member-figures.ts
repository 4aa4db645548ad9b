import { addressKey, cellsOf } from '../../format/form.js';
import type { CellAddress } from '../../format/form.js';
import { editionOfYear, formOf } from '../../format/forms.js';
import type { FilledForm } from '../../format/report.js';
import { countedFigures } from '../counted-figures.js';
import { rowsCountedAs } from '../printed-columns.js';

/** Addresses of the cells of a year's form, in printed order. */
export const addressesOf = (year: number): CellAddress[] =>
  formOf(editionOfYear(year)).blocks.flatMap((block) =>
    [...cellsOf(block)].map(({ table, row, column }) => ({ table, row, column })),
  );

/** Where a report of an older edition states what the cell of a newer one does. */
const keysOf = ({ table, row, column }: CellAddress): string[] =>
  rowsCountedAs(row).map((key) =>
    addressKey({ table, row: key, column: key === row ? column : 'decisions' }),
  );

/** What a report gives to each cell of its year's form: null where it states nothing; zeros are left out. */
export const memberFigures = (form: FilledForm, year: number): Record<string, string | null> => {
  const counted = countedFigures(form);
  const figures: Record<string, string | null> = {};
  for (const address of addressesOf(year)) {
    const stated = keysOf(address).map((key) => counted.get(key)?.value ?? null);
    const figure = stated.find((value) => value !== null) ?? null;
    if (figure !== '0') figures[addressKey(address)] = figure;
  }
  return figures;
};
