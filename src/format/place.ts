import { cellLabel, rowLabel } from './cell-label.js';
import { blocksOf } from './forms.js';
import type { CellAddress, Edition, Language, TableName } from './form.js';

/** Places of the form in both languages at once, as the sentences of findings need them. */

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

const TABLE_NUMBERS: Readonly<Record<TableName, Bilingual>> = {
  ACTIVE_DISCLOSURE: { ZH: '表二', EN: 'Table 2' },
  REQUESTS: { ZH: '表三', EN: 'Table 3' },
  APPEALS: { ZH: '表四', EN: 'Table 4' },
};

/** 表三: the table by the number of its section. */
export const tablePlace = (table: TableName): Bilingual => TABLE_NUMBERS[table];

/** 三（四）1.本机关不掌握相关政府信息. */
export const rowPlace = (table: TableName, row: string): Bilingual => ({
  ZH: rowLabel(table, row, 'ZH'),
  EN: rowLabel(table, row, 'EN'),
});

/** 三（四）1.本机关不掌握相关政府信息 · 自然人. */
export const placeOf = (address: CellAddress): Bilingual => ({
  ZH: cellLabel(address, 'ZH'),
  EN: cellLabel(address, 'EN'),
});

/** The same with the table before it where the row's number does not tell it: 表二 规章 · 现行有效件数. */
export const placeWithTable = (address: CellAddress): Bilingual => {
  const place = placeOf(address);
  if (address.table === 'REQUESTS') return place;
  const table = tablePlace(address.table);
  return { ZH: `${table.ZH} ${place.ZH}`, EN: `${table.EN} ${place.EN}` };
};

/** 自然人: a column of a table by its printed label; the machine name where the edition has no such column. */
export const columnPlace = (table: TableName, column: string, edition: Edition): Bilingual => {
  const found = blocksOf(edition, table)
    .flatMap((block) => block.columns)
    .find((c) => c.key === column);
  return found ? { ZH: found.label.zh, EN: found.label.en } : { ZH: column, EN: column };
};
