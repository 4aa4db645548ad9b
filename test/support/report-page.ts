import { cellsOf } from '../../src/format/form.js';
import type { Block, Edition } from '../../src/format/form.js';
import { formOf } from '../../src/format/forms.js';
import { sections } from '../../src/format/sections.js';

/** Writes reports as pages for tests, from the form itself. */

/** The number in a cell: by default all different, in printed order from one. */
export type Value = (row: string, column: string | null, n: number) => string;

const byOrder: Value = (_row, _column, n) => String(n);

/** A cell of a printed table. */
export interface Cell {
  text: string;
  rowSpan?: number;
  columnSpan?: number;
}

/** How a table is written down. */
export type Markup = (rows: Cell[][]) => string;

export const asTable: Markup = (rows) =>
  `<table border="1">${rows
    .map(
      (row) =>
        `<tr>${row
          .map(
            ({ text, rowSpan = 1, columnSpan = 1 }) =>
              `<td${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}>${text}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('')}</table>`;

/** Rows of table two. */
export function activeDisclosureRows(edition: Edition, value: Value = byOrder): Cell[][] {
  let n = 0;
  const blocks = formOf(edition).blocks.filter((b) => b.table === 'ACTIVE_DISCLOSURE');
  return blocks.flatMap((block) => [
    [{ text: block.heading?.zh ?? '', columnSpan: 4 }],
    stretched(['信息内容', ...block.columns.map((c) => c.label.zh)]),
    ...block.rows.map((row) =>
      stretched([
        row.label.zh,
        ...block.columns.map((c) => value(row.key, block.single ? null : c.key, ++n)),
      ]),
    ),
  ]);
}

/** The last cell takes what is left of four columns. */
const stretched = (texts: string[]): Cell[] =>
  texts.map((text, i) => ({ text, columnSpan: i === texts.length - 1 ? 5 - texts.length : 1 }));

const blockOf = (edition: Edition, key: string): Block =>
  formOf(edition).blocks.find((b) => b.key === key)!;

/** Rows of table three with its three heads and row-span labels. */
export function requestsRows(edition: Edition, value: Value = byOrder): Cell[][] {
  const block = blockOf(edition, 'requests');
  let n = 0;
  const seen = new Map<string, number>();
  for (const row of block.rows)
    for (const l of row.under) seen.set(l.zh, (seen.get(l.zh) ?? 0) + 1);
  const printed = new Set<string>();
  const [natural, ...legal] = block.columns.slice(0, 6).map((c) => c.label.zh);
  return [
    [
      {
        text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        rowSpan: 3,
        columnSpan: 3,
      },
      { text: '申请人情况', columnSpan: 7 },
    ],
    [
      { text: natural!, rowSpan: 2 },
      { text: '法人或其他组织', columnSpan: 5 },
      { text: '总计', rowSpan: 2 },
    ],
    legal.map((text) => ({ text })),
    ...block.rows.map((row) => {
      const over = row.under.filter((l) => !printed.has(l.zh));
      over.forEach((l) => printed.add(l.zh));
      return [
        ...over.map((l) => ({ text: l.zh, rowSpan: seen.get(l.zh)! })),
        { text: row.label.zh, columnSpan: 3 - row.under.length },
        ...block.columns.map((c) => ({ text: value(row.key, c.key, ++n) })),
      ];
    }),
  ];
}

/** Rows of table four. */
export function appealsRows(value: Value = byOrder): Cell[][] {
  const block = blockOf('E2021', 'appeals');
  let n = 0;
  const columns = block.columns.map((c) => c.label.zh);
  return [
    [
      { text: '行政复议', columnSpan: 5, rowSpan: 2 },
      { text: '行政诉讼', columnSpan: 10 },
    ],
    block.rows.slice(1).map((r) => ({ text: r.label.zh, columnSpan: 5 })),
    block.rows.flatMap(() => columns.map((text) => ({ text }))),
    block.rows.flatMap((r) => block.columns.map((c) => ({ text: value(r.key, c.key, ++n) }))),
  ];
}

export interface PageParts {
  title?: string;
  edition?: Edition;
  value?: Value;
  table?: Markup;
  preamble?: string;
  /** Wraps the body of the article. */
  frame?: (article: string) => string;
  head?: string;
}

/** A whole page with six sections and three tables. */
export function reportPage(parts: PageParts = {}): string {
  const {
    title = '云岭县水利局2024年政府信息公开工作年度报告',
    edition = 'E2021',
    value = byOrder,
    table = asTable,
    preamble = '根据《中华人民共和国政府信息公开条例》编制本报告。统计期限自2024年1月1日起至2024年12月31日止。',
    frame = (article) => `<div class="content">${article}</div>`,
    head = '',
  } = parts;
  const tables = [
    '',
    '',
    table(activeDisclosureRows(edition, value)),
    table(requestsRows(edition, value)),
    table(appealsRows(value)),
  ];
  const numerals = ['', '一', '二', '三', '四', '五', '六'];
  const article = sections
    .map(
      ({ ordinal, label }) =>
        `<p>${numerals[ordinal]}、${label.zh}</p>${tables[ordinal] ?? ''}${ordinal === 1 || ordinal > 4 ? '<p>本年度有关工作扎实开展。</p>' : ''}`,
    )
    .join('');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${frame(`<p>${title}</p><p>${preamble}</p>${article}`)}</body></html>`;
}

/** Every cell of the form with the number that `value` puts there, as `table/row/column`. */
export function valuesOf(edition: Edition, value: Value = byOrder): Map<string, string> {
  const found = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const block of formOf(edition).blocks) {
    for (const { table, row, column } of cellsOf(block)) {
      const n = (counts.get(table) ?? 0) + 1;
      counts.set(table, n);
      found.set(`${table}/${row}/${column ?? ''}`, value(row, column, n));
    }
  }
  return found;
}
