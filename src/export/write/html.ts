import type { DrawnCell, DrawnTable } from '../layout/drawn.js';
import { enteredNote, type LaidOutSection, type ReportLayout } from '../layout/report-layout.js';

/** A page that stands alone: nothing is loaded, nothing runs, it prints on A4. */

const STYLE = `
  @page { size: A4; margin: 20mm 15mm; }
  body { font-family: "SimSun", "Songti SC", serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.7; }
  h1 { font-size: 1.5rem; text-align: center; }
  h2 { font-size: 1.15rem; font-family: "SimHei", "Heiti SC", sans-serif; }
  p { text-indent: 2em; margin: .3rem 0; }
  p.detail { text-align: center; text-indent: 0; }
  table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.3; margin: .6rem 0; }
  th, td { border: 1px solid #333; padding: .25rem .35rem; text-align: center; font-weight: normal; }
  td.entered { text-decoration: underline; }
  td.absent, td.unreadable { color: #a00; }
  tr { page-break-inside: avoid; }`;

/** @param layout what is printed */
export function reportHtml(layout: ReportLayout): string {
  const note = enteredNote(layout);
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><title>${escape(layout.title)}</title>`,
    ...(layout.publishedOn === null
      ? []
      : [`<meta name="PubDate" content="${escape(layout.publishedOn)}">`]),
    `<style>${STYLE}\n</style></head>`,
    `<body><h1>${escape(layout.title)}</h1>`,
    ...layout.details.map((detail) => `<p class="detail">${escape(detail)}</p>`),
    ...layout.sections.flatMap(sectionHtml),
    ...(note === null ? [] : [`<p>${escape(note)}</p>`]),
    '</body></html>',
    '',
  ].join('\n');
}

const sectionHtml = ({ heading, paragraphs, table }: LaidOutSection): string[] => [
  `<h2>${escape(heading)}</h2>`,
  ...paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`),
  ...(table ? [tableHtml(table)] : []),
];

function tableHtml({ rows, cells }: DrawnTable): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(cellHtml)
      .join(''),
  );
  return `<table>\n${lines.map((line) => `<tr>${line}</tr>`).join('\n')}\n</table>`;
}

const span = (name: string, n: number): string => (n > 1 ? ` ${name}="${n}"` : '');

const NOTED: Readonly<Record<string, string>> = {
  ENTERED: ' class="entered" title="人工录入或更正"',
  ABSENT: ' class="absent"',
  UNREADABLE: ' class="unreadable"',
};

function cellHtml({ text, rowSpan, columnSpan, figure }: DrawnCell): string {
  const tag = figure ? 'td' : 'th';
  const noted = figure ? (NOTED[figure.status] ?? '') : '';
  const spans = `${span('colspan', columnSpan)}${span('rowspan', rowSpan)}`;
  return `<${tag}${spans}${noted}>${escape(text)}</${tag}>`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
