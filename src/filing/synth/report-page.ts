import { cornerNote } from '../../format/aliases.js';
import { addressKey } from '../../format/form.js';
import type { Block, Edition, TableName } from '../../format/form.js';
import { blocksOf } from '../../format/forms.js';
import type { FilledForm } from '../../format/report.js';

/** A filled form as a page, in the layout of the form: what a site publishes and the reader reads. */

interface Cell {
  text: string;
  rowSpan?: number;
  columnSpan?: number;
}

/** What is printed in a cell. */
type Printed = (block: Block, row: string, column: string) => string;

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');

const cellTag = ({ text, rowSpan = 1, columnSpan = 1 }: Cell): string => {
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
  const columns = columnSpan > 1 ? ` colspan="${columnSpan}"` : '';
  return `<td${rows}${columns}>${escaped(text)}</td>`;
};

const tableTag = (rows: readonly (readonly Cell[])[]): string =>
  `<table border="1">\n${rows.map((row) => `<tr>${row.map(cellTag).join('')}</tr>`).join('\n')}\n</table>`;

/** Columns of table two at their widest. */
const WIDTH = 4;

/** The last cell takes what is left of the row. */
const stretched = (texts: readonly string[]): Cell[] =>
  texts.map((text, i) => ({
    text,
    columnSpan: i === texts.length - 1 ? WIDTH + 1 - texts.length : 1,
  }));

const disclosureRows = (edition: Edition, printed: Printed): Cell[][] =>
  blocksOf(edition, 'ACTIVE_DISCLOSURE').flatMap((block) => [
    [{ text: block.heading?.zh ?? '', columnSpan: WIDTH }],
    stretched(['信息内容', ...block.columns.map(({ label }) => label.zh)]),
    ...block.rows.map(({ key, label }) =>
      stretched([label.zh, ...block.columns.map((column) => printed(block, key, column.key))]),
    ),
  ]);

/** Three lines of heads, then the rows with the labels that stand left of several. */
const requestRows = (edition: Edition, printed: Printed): Cell[][] =>
  blocksOf(edition, 'REQUESTS').flatMap((block) => {
    const [natural = '', ...legal] = block.columns.map(({ label }) => label.zh);
    const total = legal.pop() ?? '';
    const labels = block.rows.flatMap(({ under }) => under.map(({ zh }) => zh));
    const told = new Set<string>();
    return [
      [
        { text: cornerNote, rowSpan: 3, columnSpan: 3 },
        { text: '申请人情况', columnSpan: block.columns.length },
      ],
      [
        { text: natural, rowSpan: 2 },
        { text: block.columns[1]?.under.at(-1)?.zh ?? '', columnSpan: legal.length },
        { text: total, rowSpan: 2 },
      ],
      legal.map((text) => ({ text })),
      ...block.rows.map(({ key, label, under }) => {
        const over = under.map(({ zh }) => zh).filter((text) => !told.has(text));
        for (const text of over) told.add(text);
        return [
          ...over.map((text) => ({ text, rowSpan: labels.filter((l) => l === text).length })),
          { text: label.zh, columnSpan: 3 - under.length },
          ...block.columns.map((column) => ({ text: printed(block, key, column.key) })),
        ];
      }),
    ];
  });

/** One line of figures under three groups of heads. */
const appealRows = (edition: Edition, printed: Printed): Cell[][] =>
  blocksOf(edition, 'APPEALS').flatMap((block) => {
    const [reconsideration, ...litigation] = block.rows;
    const each = block.columns.length;
    return [
      [
        { text: reconsideration?.label.zh ?? '', columnSpan: each, rowSpan: 2 },
        { text: '行政诉讼', columnSpan: each * litigation.length },
      ],
      litigation.map(({ label }) => ({ text: label.zh, columnSpan: each })),
      block.rows.flatMap(() => block.columns.map(({ label }) => ({ text: label.zh }))),
      block.rows.flatMap(({ key }) =>
        block.columns.map((column) => ({ text: printed(block, key, column.key) })),
      ),
    ];
  });

const TABLES: Readonly<
  Record<number, readonly [TableName, (edition: Edition, printed: Printed) => Cell[][]]>
> = {
  2: ['ACTIVE_DISCLOSURE', disclosureRows],
  3: ['REQUESTS', requestRows],
  4: ['APPEALS', appealRows],
};

const NUMERALS = '一二三四五六七八九十';

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');

export const reportPage = (form: FilledForm): string => {
  const cells = new Map(form.cells.map((cell) => [addressKey(cell), cell.raw ?? '']));
  const printed: Printed = ({ table, single }, row, column) =>
    cells.get(addressKey({ table, row, column: single ? null : column })) ?? '';
  const editions: Readonly<Record<TableName, Edition | null>> = {
    ACTIVE_DISCLOSURE: form.editions.activeDisclosure,
    REQUESTS: form.editions.requests,
    APPEALS: form.editions.appeals,
  };
  const tableOf = (ordinal: number): string => {
    const [table, rowsOf] = TABLES[ordinal] ?? [];
    const edition = table && editions[table];
    return edition && rowsOf ? tableTag(rowsOf(edition, printed)) : '';
  };
  const title = escaped(form.title ?? '');
  const body = form.sections.map(
    ({ ordinal, heading, text }) =>
      `<p>${NUMERALS[ordinal - 1] ?? ''}、${escaped(heading)}</p>\n${paragraphs(text)}\n${tableOf(ordinal)}`,
  );
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><div class="content">
<h1>${title}</h1>
<p>发布日期：${form.publishedOn ?? ''}</p>
${body.join('\n')}
</div></body></html>
`;
};
