import { addressKey, type CellAddress, type Relation, type TableName } from '../../format/form.js';
import { blocksOf, editionOfYear, formOf } from '../../format/forms.js';

/** A cell that is the sum of others: filled in by the workbook itself. */
export interface SumCell {
  cell: CellAddress;
  of: readonly CellAddress[];
}

/** A relation between two sums that the workbook watches. */
export interface Watched {
  check: Relation['check'];
  /** The row or column along which it runs. */
  line: string;
  left: readonly CellAddress[];
  right: readonly CellAddress[];
}

/** The official relations of a year's form as a workbook computes them. */
export function formulasOf(year: number): { sums: SumCell[]; watched: Watched[] } {
  const edition = editionOfYear(year);
  const lines = (Object.entries(formOf(edition).relations) as [TableName, readonly Relation[]][])
    .flatMap(([table, relations]) => relations.map((relation) => ({ table, relation })))
    .flatMap(({ table, relation }) => linesOf(edition, table, relation));
  const sums = new Map<string, SumCell>();
  for (const { left, right } of lines) {
    const [cell, ...others] = right;
    // A sum across its row comes before one down its column: both hold where the form is filled in soundly.
    if (!cell || others.length > 0 || sums.has(addressKey(cell))) continue;
    sums.set(addressKey(cell), { cell, of: left });
  }
  const isComputed = ({ left, right }: Watched): boolean => {
    const [cell] = right;
    return right.length === 1 && cell !== undefined && sums.get(addressKey(cell))?.of === left;
  };
  return { sums: [...sums.values()], watched: lines.filter((line) => !isComputed(line)) };
}

function linesOf(
  edition: Parameters<typeof formOf>[0],
  table: TableName,
  { check, along, left, right }: Relation,
): Watched[] {
  return blocksOf(edition, table).flatMap((block) => {
    const across = along === 'COLUMNS';
    return (across ? block.rows : block.columns).map(({ key: line }) => {
      const side = (keys: readonly string[]): CellAddress[] =>
        keys.map((key) =>
          across ? { table, row: line, column: key } : { table, row: key, column: line },
        );
      return { check, line, left: side(left), right: side(right) };
    });
  });
}
