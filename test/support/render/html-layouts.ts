import type { DrawnCell, DrawnTable } from './printed.js';

export type HtmlLayout = (table: DrawnTable) => string;

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const span = (name: string, n: number): string => (n > 1 ? ` ${name}="${n}"` : '');

const table = (drawn: DrawnTable, content: (cell: DrawnCell) => string): string =>
  `<table border="1"><tbody>${drawn.rows
    .map(
      (row) =>
        `<tr>${row
          .map(
            (c) =>
              `<td${span('colspan', c.columnSpan)}${span('rowspan', c.rowSpan)}>${content(c)}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('\n')}</tbody></table>`;

/** Ways in which published pages set a table. */
export const htmlLayouts: Readonly<Record<string, HtmlLayout>> = {
  plain: (t) => table(t, (c) => escape(c.text)),
  'paragraph in each cell': (t) =>
    table(t, (c) => `<p align="center">${escape(c.text) || '&nbsp;'}</p>`),
  'spans around each piece': (t) =>
    table(
      t,
      (c) => `<p class="MsoNormal"><span lang="EN-US">${escape(c.text)}</span><o:p></o:p></p>`,
    ),
  'spans of rows repeated as empty cells': (t) =>
    table({ ...t, rows: t.rows.map((row) => row.map((c) => ({ ...c }))) }, (c) => escape(c.text)),
};
