import { Readable } from 'node:stream';
import { BYTE_ORDER_MARK, csvLines } from '../write/csv.js';
import type { TotalsTable } from './totals-table.js';

/** The formats in which totals are exported, each written line by line. */

export const totalsFormats = ['xlsx', 'csv', 'html', 'json'] as const;
export type TotalsFormat = (typeof totalsFormats)[number];

/** A file of totals in a format. */
export async function totalsFile(table: TotalsTable, format: TotalsFormat): Promise<Readable> {
  if (format === 'csv') return Readable.from(csv(table));
  if (format === 'html') return Readable.from(html(table));
  if (format === 'json') return Readable.from(json(table));
  return (await import('./totals-xlsx.js')).totalsXlsx(table);
}

function* csv({ columns, lines }: TotalsTable): Generator<string> {
  yield BYTE_ORDER_MARK + csvLines([columns.map(({ name }) => name)]);
  for (const line of lines) yield csvLines([line]);
}

/** An array of objects by the names of the columns; amounts are decimals in strings, as over GraphQL. */
function* json({ columns, lines }: TotalsTable): Generator<string> {
  yield '[';
  for (const [i, line] of lines.entries()) {
    const entries = columns.map(({ name }, at) => [name, line[at] ?? null]);
    yield `${i === 0 ? '' : ','}\n${JSON.stringify(Object.fromEntries(entries))}`;
  }
  yield '\n]\n';
}

const STYLE = `body { font-family: "SimSun", serif; } table { border-collapse: collapse; font-size: .8rem; }
  th, td { border: 1px solid #333; padding: .2rem .3rem; } td { text-align: right; }`;

function* html({ columns, lines }: TotalsTable): Generator<string> {
  yield `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>汇总</title><style>${STYLE}</style></head><body><table>\n`;
  yield `<thead><tr>${columns.map(({ label }) => `<th>${escape(label)}</th>`).join('')}</tr></thead><tbody>\n`;
  for (const line of lines) {
    yield `<tr>${line.map((figure) => `<td>${escape(String(figure ?? ''))}</td>`).join('')}</tr>\n`;
  }
  yield '</tbody></table></body></html>\n';
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
