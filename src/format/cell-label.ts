import { forms } from './forms.js';
import type { CellAddress, Column, Language, Row, TableName } from './form.js';

/** Where a person finds a cell on the form, in the words of the form. */

interface Place {
  row: Row;
  columns: ReadonlyMap<string, Column>;
  single: boolean;
}

const rowKey = (table: TableName, row: string): string => `${table}/${row}`;

/** Each row that any edition prints, in the wording of the newest edition that prints it with the asked column. */
const places = new Map<string, Place[]>();
for (const form of [...forms].reverse()) {
  for (const block of form.blocks) {
    const columns = new Map(block.columns.map((c) => [c.key, c]));
    for (const row of block.rows) {
      const key = rowKey(block.table, row.key);
      const known = places.get(key) ?? [];
      known.push({ row, columns, single: block.single });
      places.set(key, known);
    }
  }
}

const placeOf = ({ table, row, column }: CellAddress): Place | undefined => {
  const known = places.get(rowKey(table, row));
  return known?.find((p) => (column === null ? p.single : p.columns.has(column))) ?? known?.[0];
};

/** The number in front of a head: 三 of 三、本年度办理结果, （四） of （四）无法提供; null where it has none. */
const numberOf = (text: string): string | null =>
  /^([一二三四五六七八九十]+)、|^(（[一二三四五六七八九十]+）)|^(\d+)\. |^(\(\d+\)) /
    .exec(text)
    ?.slice(1)
    .find((part: string | undefined) => part !== undefined) ?? null;

/** Unnumbered heads are said in Chinese alone: the English label of 复议后起诉 names its head itself. */
const fullRowLabel = (row: Row, language: Language): string => {
  if (language === 'ZH') {
    const heads = row.under.map((head) => numberOf(head.zh) ?? `${head.zh} `);
    return `${heads.join('')}${row.label.zh}`;
  }
  const numbers = row.under.map((head) => numberOf(head.en) ?? '').join('');
  return `${numbers}${numbers === '' || row.label.en.startsWith('(') ? '' : ' '}${row.label.en}`;
};

/**
 * A row as the form numbers it: 三（四）1.本机关不掌握相关政府信息, 行政诉讼 复议后起诉, 规章.
 * A row that no edition prints answers with its machine name.
 */
export const rowLabel = (table: TableName, row: string, language: Language): string => {
  const place = places.get(rowKey(table, row))?.[0];
  return place ? fullRowLabel(place.row, language) : row;
};

/** 三（四）1.本机关不掌握相关政府信息 · 自然人; the row alone where its block has one cell a row. */
export const cellLabel = (address: CellAddress, language: Language): string => {
  const place = placeOf(address);
  if (!place) return [address.row, address.column].filter((part) => part !== null).join(' · ');
  const row = fullRowLabel(place.row, language);
  if (address.column === null) return row;
  const column = place.columns.get(address.column);
  const name = column?.label[language === 'ZH' ? 'zh' : 'en'] ?? address.column;
  return `${row} · ${name}`;
};
