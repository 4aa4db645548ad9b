import { docx } from '../office.js';
import type { Dice } from './dice.js';
import { escape } from './html-layouts.js';
import { gridOf } from './printed.js';
import type { DrawnCell, DrawnTable, GridPlace } from './printed.js';
import { flowOf } from './report.js';
import type { DrawnReport } from './report.js';

/** How a Word file sets its tables. */
export interface WordLayout {
  table: 'table' | 'tabs';
  /** Around each table. */
  around: 'nothing' | 'frame' | 'text box' | 'content control';
  breaks: 'paragraphs' | 'line breaks';
  runs: 'whole' | 'cut';
  tracked: boolean;
  /** Table three goes on in a second table. */
  cut: boolean;
  spans: 'merged' | 'empty cells';
  /** Rows and cells stand in content controls. */
  controls: boolean;
}

export const wordLayout = (dice: Dice): WordLayout => ({
  table: dice.chance(0.08) ? 'tabs' : 'table',
  around: dice.pick(['nothing', 'nothing', 'nothing', 'frame', 'text box', 'content control']),
  breaks: dice.pick(['paragraphs', 'line breaks']),
  runs: dice.pick(['whole', 'cut']),
  tracked: dice.chance(0.3),
  cut: dice.chance(0.3),
  spans: dice.chance(0.85) ? 'merged' : 'empty cells',
  controls: dice.chance(0.15),
});

/** The report as a Word file. */
export function asDocx(report: DrawnReport, dice: Dice, change: Partial<WordLayout> = {}): Buffer {
  const layout = { ...wordLayout(dice), ...change };
  const body = flowOf(report).map((part) => {
    if (typeof part === 'string') return paragraph(part, layout, dice);
    const pieces = layout.cut && part.columns === 10 ? cutTable(part, dice) : [part];
    return pieces
      .map((t) => around(tableXml(t, layout, dice), layout))
      .join(paragraph('', layout, dice));
  });
  return docx(body.join(''));
}

function around(xml: string, { around: kind }: WordLayout): string {
  if (kind === 'frame') return `<w:tbl><w:tr><w:tc>${xml}<w:p/></w:tc></w:tr></w:tbl>`;
  if (kind === 'content control')
    return `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
  if (kind === 'text box') {
    const box = `<w:txbxContent>${xml}<w:p/></w:txbxContent>`;
    return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  }
  return xml;
}

/** Two tables, cut below a row that no span crosses but those of the labels. */
function cutTable(table: DrawnTable, dice: Dice): DrawnTable[] {
  const at = 5 + dice.below(table.rows.length - 8);
  const grid = gridOf(table);
  const below = table.rows.slice(at).map((row) => row.map((c) => ({ ...c })));
  const open: DrawnCell[] = [];
  (grid[at] ?? []).forEach((place, c) => {
    if (!place || place.begins || place.cell === grid[at]?.[c - 1]?.cell) return;
    if (grid[at - 1]?.[c]?.cell !== place.cell) return;
    const first = grid.findIndex((row) => row.some((p) => p?.cell === place.cell));
    const over = first + place.cell.rowSpan - at;
    open.push({ ...place.cell, text: '', rowSpan: over });
    place.cell.rowSpan -= over;
  });
  below[0]?.unshift(...open);
  return [
    { ...table, rows: table.rows.slice(0, at) },
    { ...table, rows: below },
  ];
}

function tableXml(table: DrawnTable, layout: WordLayout, dice: Dice): string {
  if (layout.table === 'tabs') {
    return gridOf(table)
      .map((row) => row.map((p) => (p?.begins ? p.cell.text.replaceAll('\n', '') : '')).join('\t'))
      .map((line) => paragraph(line, { ...layout, tracked: false }, dice))
      .join('');
  }
  const rows = gridOf(table).map((row) => {
    const cells = row.map((place, c) => cellXml(place, row[c - 1] ?? null, layout, dice)).join('');
    const xml = `<w:tr>${cells}</w:tr>`;
    return layout.controls && dice.chance(0.2)
      ? `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`
      : xml;
  });
  const removed = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del></w:p></w:tc></w:tr>`;
  if (layout.tracked) rows.splice(dice.below(rows.length), 0, removed);
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

function cellXml(
  place: GridPlace | null,
  before: GridPlace | null,
  layout: WordLayout,
  dice: Dice,
): string {
  if (!place) return '';
  if (layout.spans === 'empty cells') {
    return `<w:tc>${place.begins ? paragraphs(place.cell.text, layout, dice) : '<w:p/>'}</w:tc>`;
  }
  if (place.cell === before?.cell) return '';
  const { columnSpan, rowSpan, text } = place.cell;
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const down = rowSpan > 1 ? `<w:vMerge${place.begins ? ' w:val="restart"' : ''}/>` : '';
  const own = place.begins ? paragraphs(text, layout, dice) : '<w:p/>';
  const tc = `<w:tc><w:tcPr>${span}${down}</w:tcPr>${own}</w:tc>`;
  return layout.controls && dice.chance(0.1)
    ? `<w:sdt><w:sdtPr/><w:sdtContent>${tc}</w:sdtContent></w:sdt>`
    : tc;
}

const paragraphs = (text: string, layout: WordLayout, dice: Dice): string =>
  layout.breaks === 'paragraphs'
    ? text
        .split('\n')
        .map((line) => paragraph(line, layout, dice))
        .join('')
    : paragraph(text, layout, dice);

function paragraph(text: string, layout: WordLayout, dice: Dice): string {
  const pieces = layout.runs === 'cut' ? (text.match(/[^]{1,3}/gu) ?? []) : [text];
  const runs = pieces.map(run).join('');
  if (!layout.tracked || text === '' || dice.chance(0.8)) return `<w:p>${runs}</w:p>`;
  const gone = `<w:del><w:r><w:delText>${dice.below(90)}</w:delText></w:r></w:del>`;
  return `<w:p>${gone}<w:ins>${runs}</w:ins></w:p>`;
}

const run = (text: string): string =>
  `<w:r><w:rPr><w:b/></w:rPr>${text
    .split(/([\n\t])/)
    .map((t) =>
      t === '\n'
        ? '<w:br/>'
        : t === '\t'
          ? '<w:tab/>'
          : `<w:t xml:space="preserve">${escape(t)}</w:t>`,
    )
    .join('')}</w:r>`;
