import { zip } from '../office.js';
import type { Dice } from './dice.js';
import { escape } from './html-layouts.js';
import { gridOf } from './printed.js';
import type { DrawnTable, GridPlace } from './printed.js';
import { flowOf } from './report.js';
import type { DrawnReport } from './report.js';

const file = (kind: 'text' | 'spreadsheet', body: string): Buffer =>
  zip([
    ['mimetype', `application/vnd.oasis.opendocument.${kind}`],
    [
      'content.xml',
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ],
  ]);

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<text:p>${escape(line)}</text:p>`)
    .join('');

const spans = ({ columnSpan, rowSpan }: GridPlace['cell']): string =>
  (columnSpan > 1 ? ` table:number-columns-spanned="${columnSpan}"` : '') +
  (rowSpan > 1 ? ` table:number-rows-spanned="${rowSpan}"` : '');

function tableXml(table: DrawnTable, name: string, value: (place: GridPlace) => string): string {
  const rows = gridOf(table).map((row) => {
    const cells = row.map((place) => {
      if (!place) return '<table:table-cell/>';
      if (!place.begins) return '<table:covered-table-cell/>';
      return `<table:table-cell${spans(place.cell)}${value(place)}>${paragraphs(place.cell.text)}</table:table-cell>`;
    });
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  return `<table:table table:name="${name}">${rows.join('')}</table:table>`;
}

const tabbed = (table: DrawnTable): string =>
  gridOf(table)
    .map((row) => row.map((p) => (p?.begins ? escape(p.cell.text.replaceAll('\n', '')) : '')))
    .map((cells) => `<text:p>${cells.join('<text:tab/>')}</text:p>`)
    .join('');

/** The report as an OpenDocument text. */
export const asOdt = (report: DrawnReport, dice: Dice): Buffer => {
  const framed = dice.chance(0.2);
  const tabs = dice.chance(0.1);
  return file(
    'text',
    flowOf(report)
      .map((part, i) => {
        if (typeof part === 'string')
          return i === 0 ? `<text:h>${part}</text:h>` : paragraphs(part);
        const xml = tabs ? tabbed(part) : tableXml(part, `T${i}`, () => '');
        return framed
          ? `<text:p><draw:frame><draw:text-box>${xml}</draw:text-box></draw:frame></text:p>`
          : xml;
      })
      .join(''),
  );
};

const asNumber = ({ cell }: GridPlace): string =>
  cell.address && /^-?\d+(\.\d+)?$/.test(cell.text)
    ? ` office:value-type="float" office:value="${cell.text}"`
    : ' office:value-type="string"';

/** The report as an OpenDocument spreadsheet. */
export const asOds = (report: DrawnReport, dice: Dice): Buffer => {
  const numbers = dice.chance(0.7) ? asNumber : (): string => ' office:value-type="string"';
  const all: DrawnTable = { columns: 15, rows: [] };
  const sheets: string[] = [];
  const apart = dice.chance(0.5);
  const endSheet = (): void => {
    if (all.rows.length > 0) sheets.push(tableXml(all, `表${sheets.length + 1}`, numbers));
    all.rows = [];
  };
  for (const part of flowOf(report)) {
    if (typeof part === 'string') {
      all.rows.push([{ text: part, rowSpan: 1, columnSpan: dice.pick([1, 10]), address: null }]);
    } else {
      all.rows.push(...part.rows);
      if (apart) endSheet();
    }
  }
  endSheet();
  return file('spreadsheet', sheets.join(''));
};
