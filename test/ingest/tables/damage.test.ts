import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.js';
import type { Edition } from '../../../src/format/form.js';
import { addressKey } from '../../../src/format/form.js';
import type { FilledForm, Finding } from '../../../src/format/report.js';
import type { Page } from '../../../src/ingest/page.js';
import { readHtml } from '../../../src/ingest/read/html.js';
import { readText } from '../../../src/ingest/read/text.js';
import { readTables } from '../../../src/ingest/tables/read-tables.js';
import type { TableReading } from '../../../src/ingest/tables/read-tables.js';
import { damages } from '../../support/render/damage.js';
import { figuresOf, printedFigures, randomFrom } from '../../support/render/figures.js';
import { htmlLayouts } from '../../support/render/html-layouts.js';
import type { Figures } from '../../support/render/printed.js';
import { asHtml, asText, drawReport } from '../../support/render/report.js';
import type { DrawnReport } from '../../support/render/report.js';
import { losingLayouts, textLayouts } from '../../support/render/text-layouts.js';

interface Printer {
  name: string;
  print: (report: DrawnReport) => string;
  read: (source: string) => Page;
}

const printers: readonly Printer[] = [
  ...Object.entries({ ...textLayouts, ...losingLayouts }).map(([name, layout]) => ({
    name,
    print: (r: DrawnReport) => asText(r, layout),
    read: (source: string) => readText(source),
  })),
  ...Object.entries(htmlLayouts).map(([name, layout]) => ({
    name: `page, ${name}`,
    print: (r: DrawnReport) => asHtml(r, layout),
    read: readHtml,
  })),
];
const editions: readonly (readonly [Edition, number])[] = [
  ['E2019', 2020],
  ['E2021', 2024],
];

const formOf = (reading: TableReading, year: number): FilledForm => ({
  agency: '示例县农业农村局',
  year,
  scope: null,
  title: null,
  publishedOn: null,
  unifiedSocialCreditCode: null,
  titleYear: year,
  periodYear: year,
  sections: [],
  statements: [],
  ...reading,
});

/** Addresses that a finding names, or whose row or column it says to be out of balance. */
function namedBy(findings: readonly Finding[], figures: Figures): Set<string> {
  const named = new Set(findings.flatMap((f) => f.cells.map(addressKey)));
  for (const { row, column } of findings.flatMap((f) => f.breaks)) {
    for (const key of figures.keys()) {
      const [table, ownRow, ownColumn] = key.split('/');
      if (table !== 'ACTIVE_DISCLOSURE' && row !== undefined && ownRow === row) named.add(key);
      if (table === 'REQUESTS' && column !== undefined && ownColumn === column) named.add(key);
    }
  }
  return named;
}

/** Cells that are read wrongly and that nothing names. */
function silent(
  reading: TableReading,
  year: number,
  figures: Figures,
  lost: ReadonlySet<string>,
): string[] {
  const { findings } = runChecks(formOf(reading, year), {});
  const named = namedBy([...reading.findings, ...findings], figures);
  return reading.cells.flatMap((cell) => {
    const key = addressKey(cell);
    const due = figures.get(key) ?? null;
    const right = cell.value === due || (cell.value === null && (lost.has(key) || due === null));
    return right || named.has(key)
      ? []
      : [`${key}: ${due ?? 'none'} → ${cell.value ?? cell.status}`];
  });
}

describe('what a damaged copy no longer tells is read rightly or named', () => {
  it.each(Object.entries(damages))('%s', (_, damage) => {
    for (const [edition, year] of editions) {
      for (const { name, print, read } of printers) {
        for (const seed of [1, 2]) {
          const figures = figuresOf(edition, seed * 31);
          const random = randomFrom(seed * 977);
          const report = drawReport(edition, year, printedFigures(figures));
          const part = report.parts[Math.floor(random() * 3)]!;
          const { table, lost } = damage(part.table, random);
          part.table = table;
          const reading = readTables(read(print(report)), year);
          expect(silent(reading, year, figures, lost), `${edition}, ${name}, ${seed}`).toEqual([]);
        }
      }
    }
  });
});

describe('a document that breaks off is read up to there', () => {
  it.each(printers)('$name', ({ print, read }) => {
    for (const [edition, year] of editions) {
      for (let seed = 1; seed <= 8; seed++) {
        const figures = figuresOf(edition, seed * 17);
        const random = randomFrom(seed * 991);
        const whole = print(drawReport(edition, year, printedFigures(figures)));
        const from = whole.indexOf('第二十条');
        const cut = whole.slice(0, from + Math.floor(random() * (whole.length - from)));
        const reading = readTables(read(cut), year);
        const all = new Set(figures.keys());
        expect(silent(reading, year, figures, all), `${edition}, ${seed}`).toEqual([]);
      }
    }
  });
});
