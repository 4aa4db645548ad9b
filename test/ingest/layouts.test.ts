import { describe, expect, it } from 'vitest';
import { addressKey } from '../../src/format/form.js';
import type { Edition } from '../../src/format/form.js';
import type { FilledForm } from '../../src/format/report.js';
import { ingest } from '../../src/ingest/ingest.js';
import { consistentValues } from '../support/consistent-values.js';
import { asTable, reportPage, valuesOf } from '../support/report-page.js';
import type { Cell, Markup, PageParts } from '../support/report-page.js';

const spans = ({ rowSpan = 1, columnSpan = 1 }: Cell): string =>
  `${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}${columnSpan > 1 ? ` colspan=${columnSpan}` : ''}`;
const td = (text: string, attributes = ''): string => `<td${attributes}>${text}</td>`;
const tableOf =
  (cell: (cell: Cell, row: number) => string, before = '', after = ''): Markup =>
  (rows) =>
    `<table>${rows.map((row, r) => `<tr>${before}${row.map((c) => cell(c, r)).join('')}${after}</tr>`).join('')}</table>`;
const each =
  (line: (texts: string[]) => string): Markup =>
  (rows) =>
    rows.map((row) => line(row.map((c) => c.text))).join('');
const flat = (rows: Cell[][]): string[] => rows.flat().map((c) => c.text);
const changed =
  (change: (text: string) => string): Markup =>
  (rows) =>
    asTable(rows.map((row) => row.map((c) => ({ ...c, text: change(c.text) }))));
const isCount = (text: string): boolean => /^\d+$/.test(text);
const plusOne = changed((text) => (isCount(text) ? String(Number(text) + 1) : text));

/** Ways in which pages print the tables, each seen somewhere. */
const layouts: Record<string, PageParts> = {
  'plain cells': {},
  'labels split over spans and paragraphs': {
    table: tableOf((c) =>
      td(
        c.text.length > 6
          ? `<p class="MsoNormal"><span>${c.text.slice(0, 5)}</span></p><p>${c.text.slice(5)}</p>`
          : `<p><span>${c.text}</span></p>`,
        spans(c),
      ),
    ),
  },
  'cells between breaks': { table: (rows) => `<p>${flat(rows).join('<br>')}</p>` },
  'one paragraph a cell': {
    table: (rows) =>
      flat(rows)
        .map((t) => `<p>${t}</p>`)
        .join(''),
  },
  'rows and cells of div': {
    table: each(
      (t) => `<div class="tr">${t.map((x) => `<div class="td">${x}</div>`).join('')}</div>`,
    ),
  },
  lists: { table: each((t) => `<ul>${t.map((x) => `<li>${x}</li>`).join('')}</ul>`) },
  'spans set beside each other': {
    table: each(
      (t) => `<div>${t.map((x) => `<span style="display:table-cell">${x}</span>`).join('')}</div>`,
    ),
  },
  'wide gaps': { table: each((t) => `<p>${t.join('&nbsp;&nbsp; ')}</p>`) },
  bars: { table: each((t) => `<p>${t.join(' | ')}</p>`) },
  'tabs in preformatted text': {
    table: (rows) => `<pre>${rows.map((r) => r.map((c) => c.text).join('\t')).join('\n')}</pre>`,
  },
  'a table that lays out the page': {
    frame: (a) =>
      `<table><tr><td width=200>栏目</td><td><table><tr><td>${a}</td></tr></table></td></tr></table>`,
  },
  'the whole page in a form': { frame: (a) => `<form><input type=hidden value=9>${a}</form>` },
  'empty columns at the edges': {
    table: tableOf((c) => td(c.text, spans(c)), '<td></td>', '<td></td>'),
  },
  'heads with too narrow spans': {
    table: tableOf((c, r) =>
      td(
        c.text,
        spans(r < 2 && (c.columnSpan ?? 1) > 3 ? { ...c, columnSpan: c.columnSpan! - 1 } : c),
      ),
    ),
  },
  'spans lost': { table: tableOf((c) => td(c.text)) },
  'row spans lost': { table: tableOf((c) => td(c.text, spans({ ...c, rowSpan: 1 }))) },
  'a table a row': {
    table: (rows) => rows.map((row) => tableOf((c) => td(c.text, spans(c)))([row])).join(''),
  },
  'head cells and row groups': {
    table: (rows) =>
      `<table><thead>${rows
        .slice(0, 3)
        .map((r) => `<tr>${r.map((c) => `<th${spans(c)}>${c.text}</th>`).join('')}</tr>`)
        .join('')}</thead><tbody>${rows
        .slice(3)
        .map((r) => `<tr>${r.map((c) => td(c.text, spans(c))).join('')}</tr>`)
        .join('')}</tbody></table>`,
  },
  'cells left open': { table: tableOf((c) => `<td${spans(c)}>${c.text}`) },
  'units behind counts': { table: changed((t) => (isCount(t) ? `${t}件` : t)) },
  'digits of full width': {
    table: changed((t) =>
      isCount(t) ? t.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))) : t,
    ),
  },
  'digits split over spans': {
    table: changed((t) =>
      /^\d\d+$/.test(t) ? `<span>${t[0]}</span><span>${t.slice(1)}</span>` : t,
    ),
  },
  'marks of notes': { table: changed((t) => (isCount(t) ? `${t}<sup>①</sup>` : t)) },
  'a hidden copy with other figures before': {
    table: (rows) => `<div style="display:none">${plusOne(rows)}</div>${asTable(rows)}`,
  },
  'a hidden copy with other figures behind': {
    table: (rows) => `${asTable(rows)}<div hidden>${plusOne(rows)}</div>`,
  },
};

/** Cells that were read otherwise than printed and that no finding names. */
function silentFaults(form: FilledForm, expected: Map<string, string>): string[] {
  const named = new Set(form.findings.flatMap((f) => f.cells.map(addressKey)));
  const read = new Map(form.cells.map((c) => [addressKey(c), c.value]));
  return [...expected]
    .filter(
      ([key, value]) => Number(read.get(key) ?? Number.NaN) !== Number(value) && !named.has(key),
    )
    .map(([key, value]) => `${key} is ${value}, read ${read.get(key) ?? null}`);
}

describe.each(['E2021', 'E2019'] as const)(
  'pages of edition %s print their tables as',
  (edition: Edition) => {
    it.each(Object.entries(layouts))('%s', async (_, parts) => {
      const value = consistentValues(edition === 'E2021' ? 7919 : 104_729, edition);
      const year = edition === 'E2021' ? 2024 : 2020;
      const title = `云岭县水利局${year}年政府信息公开工作年度报告`;
      const form = await ingest(
        Buffer.from(reportPage({ ...parts, edition, value, title })),
        'a.html',
      );
      const expected = valuesOf(edition, value);
      expect(silentFaults(form, expected)).toEqual([]);
      const read = new Map(form.cells.map((c) => [addressKey(c), c.value]));
      const right = [...expected].filter(
        ([key, v]) => Number(read.get(key) ?? Number.NaN) === Number(v),
      );
      expect(right.length / expected.size).toBeGreaterThanOrEqual(0.995);
      expect(form).toMatchObject({ agency: '云岭县水利局', year });
      expect(form.sections.map((s) => s.ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
    });
  },
);
