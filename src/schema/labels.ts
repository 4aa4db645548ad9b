import { blocksOf, forms } from '../format/forms.js';
import type { Edition, Label, TableName } from '../format/form.js';
import { tableTitles } from '../format/table-titles.js';

/** Descriptions in the words of the form: the official label, then its English rendering. */

const both = ({ zh, en }: Label, remark?: string): string =>
  `${zh} (${en})${remark ? `. ${remark}` : ''}`;

const newestFirst: readonly Edition[] = [...forms].reverse().map((form) => form.edition);

function find<T>(what: string, table: TableName, pick: (edition: Edition) => T | undefined): T {
  for (const edition of newestFirst) {
    const found = pick(edition);
    if (found !== undefined) return found;
  }
  throw new Error(`the form has no ${what} in ${table}`);
}

export const tableText = (table: TableName): string => both(tableTitles[table]);

/** Of a row, with the heads it stands under where they are not numbered: 行政诉讼 › 复议后起诉. */
export function rowText(table: TableName, row: string, remark?: string): string {
  const found = find(row, table, (edition) =>
    blocksOf(edition, table)
      .flatMap((block) => block.rows)
      .find((candidate) => candidate.key === row),
  );
  return both(found.label, remark);
}

export function columnText(table: TableName, column: string, remark?: string): string {
  const found = find(column, table, (edition) =>
    blocksOf(edition, table)
      .flatMap((block) => block.columns)
      .find((candidate) => candidate.key === column),
  );
  return both(found.label, remark);
}

/** Of a row whose block has one column: the row, then the column. */
export function singleText(table: TableName, row: string, remark?: string): string {
  const block = find(row, table, (edition) =>
    blocksOf(edition, table).find((b) => b.single && b.rows.some((r) => r.key === row)),
  );
  const label = block.rows.find((r) => r.key === row)?.label;
  const column = block.columns[0]?.label;
  return both(
    {
      zh: [label?.zh, column?.zh].join('，'),
      en: [label?.en, column?.en.toLowerCase()].join(', '),
    },
    remark,
  );
}
