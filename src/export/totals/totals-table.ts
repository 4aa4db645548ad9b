import { cellLabel } from '../../format/cell-label.js';
import { cellsOf, type CellAddress } from '../../format/form.js';
import { blocksOf } from '../../format/forms.js';
import { outcomeRows } from '../../format/outcomes.js';
import type { Dimension, ReportFilterInput, TotalGroup, TotalKey } from '../../rollup/shapes.js';
import { rowsOf } from '../../rollup/table-rows.js';

/** Totals as one wide table: a line a group, a column for each fact of the group and each cell of the form. */

export type Figure = string | number | null;

export interface TotalsColumn {
  /** For programs, e.g. `year`, `reports`, `REQUESTS/NOT_HELD/naturalPerson`. */
  name: string;
  /** For people, as the form words it. */
  label: string;
}

export interface TotalsTable {
  groupBy: readonly Dimension[];
  filter: ReportFilterInput;
  columns: readonly TotalsColumn[];
  lines: readonly (readonly Figure[])[];
}

/** Names of codes and ids, as they stand beside them. */
export interface KeyNames {
  region: (code: string) => string;
  sector: (code: string) => string;
  agency: (id: string) => string;
}

interface KeyColumns {
  field: keyof TotalKey;
  columns: readonly TotalsColumn[];
  read: (value: string, names: KeyNames) => Figure[];
}

const coded = (field: keyof TotalKey, label: string, kind: keyof KeyNames): KeyColumns => ({
  field,
  columns: [
    { name: field, label: `${label}代码` },
    { name: `${field}Name`, label },
  ],
  read: (value, names) => [value, names[kind](value)],
});

const plain = (field: keyof TotalKey, label: string): KeyColumns => ({
  field,
  columns: [{ name: field, label }],
  read: (value) => [value],
});

const keyColumns: Readonly<Record<Dimension, KeyColumns>> = {
  YEAR: { ...plain('year', '年度'), read: (value) => [Number(value)] },
  PROVINCE: coded('province', '省级', 'region'),
  PREFECTURE: coded('prefecture', '地级', 'region'),
  COUNTY: coded('county', '县级', 'region'),
  CHILD_REGION: coded('childRegion', '下一级', 'region'),
  LEVEL: plain('level', '层级'),
  KIND: plain('kind', '机关类别'),
  SECTOR: coded('sector', '领域', 'sector'),
  AGENCY: coded('agency', '机关', 'agency'),
  SCOPE: plain('scope', '统计范围'),
};

const coverage: readonly TotalsColumn[] = [
  { name: 'reports', label: '报告数' },
  { name: 'agencies', label: '机关数' },
  { name: 'expected', label: '应报送数' },
  { name: 'reportsWithErrors', label: '有错误的报告数' },
  { name: 'unstatedCells', label: '未载明的单元格数' },
];

/** The cells of the newest form, and the outcomes of every edition. */
const cells: readonly CellAddress[] = (() => {
  const disclosure = blocksOf('E2021', 'ACTIVE_DISCLOSURE').flatMap((block) => [...cellsOf(block)]);
  const requests = blocksOf('E2021', 'REQUESTS').flatMap((block) => [...cellsOf(block)]);
  const appeals = blocksOf('E2021', 'APPEALS').flatMap((block) => [...cellsOf(block)]);
  const columns = [...new Set(requests.map(({ column }) => column))];
  const outcomes = new Set(outcomeRows.map(({ key }) => key));
  const rows = [...new Set(requests.map(({ row }) => row))];
  const first = rows.findIndex((row) => outcomes.has(row));
  const others = rows.filter((row) => !outcomes.has(row));
  const ordered = [...others.slice(0, first), ...outcomes, ...others.slice(first)];
  return [
    ...disclosure,
    ...ordered.flatMap((row) =>
      columns.map((column): CellAddress => ({ table: 'REQUESTS', row, column })),
    ),
    ...appeals,
  ];
})();

const nameOf = ({ table, row, column }: CellAddress): string =>
  `${table}/${row}${column === null ? '' : `/${column}`}`;

const cellColumns: readonly TotalsColumn[] = cells.map((cell) => ({
  name: nameOf(cell),
  label: cellLabel(cell, 'ZH'),
}));

/** Groups as a table. What a group does not state is empty, never a nought. */
export function totalsTable(
  groupBy: readonly Dimension[],
  filter: ReportFilterInput,
  groups: readonly TotalGroup[],
  names: KeyNames,
): TotalsTable {
  const keys = groupBy.map((dimension) => keyColumns[dimension]);
  return {
    groupBy,
    filter,
    columns: [...keys.flatMap(({ columns }) => columns), ...coverage, ...cellColumns],
    lines: groups.map((group) => lineOf(keys, group, names)),
  };
}

function lineOf(
  keys: readonly KeyColumns[],
  { key, coverage: rests, tables }: TotalGroup,
  names: KeyNames,
): Figure[] {
  const { unstatedCells: unstated } = rests;
  const stated = new Map(
    rowsOf(tables).flatMap(({ table, row, figures }) =>
      Object.entries(figures).map(([column, value]) => [
        nameOf({ table, row, column: column === '' ? null : column }),
        value,
      ]),
    ),
  );
  return [
    ...keys.flatMap(({ field, columns, read }) => {
      const value = key[field] ?? null;
      return value === null ? columns.map(() => null) : read(String(value), names);
    }),
    ...[rests.reports, rests.agencies, rests.expected, rests.reportsWithErrors],
    unstated.activeDisclosure + unstated.requests + unstated.appeals,
    ...cellColumns.map(({ name }) => stated.get(name) ?? null),
  ];
}
