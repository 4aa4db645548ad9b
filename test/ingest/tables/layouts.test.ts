import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/format/form.js';
import type { Page } from '../../../src/ingest/page.js';
import { readHtml } from '../../../src/ingest/read/html.js';
import { readText } from '../../../src/ingest/read/text.js';
import { readTables } from '../../../src/ingest/tables/read-tables.js';
import { wrongCells } from '../../support/render/compare.js';
import { figuresOf, printedFigures } from '../../support/render/figures.js';
import { htmlLayouts } from '../../support/render/html-layouts.js';
import { asHtml, asText, drawReport } from '../../support/render/report.js';
import type { DrawnReport } from '../../support/render/report.js';
import { losingLayouts, textLayouts } from '../../support/render/text-layouts.js';

const editions: readonly { edition: Edition; year: number }[] = [
  { edition: 'E2019', year: 2020 },
  { edition: 'E2021', year: 2024 },
];

type Render = (report: DrawnReport) => Page;

const texts = Object.entries({ ...textLayouts, ...losingLayouts }).map(
  ([name, layout]): [string, Render] => [
    `as text: ${name}`,
    (report) => readText(asText(report, layout)),
  ],
);
const pages = Object.entries(htmlLayouts).map(([name, layout]): [string, Render] => [
  `as a page: ${name}`,
  (report) => readHtml(asHtml(report, layout)),
]);

describe('a report is read as it was printed, without a finding', () => {
  for (const { edition, year } of editions) {
    it.each([...texts, ...pages])(`${edition} %s`, (_, render) => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const figures = figuresOf(edition, seed);
          const page = render(drawReport(edition, year, printedFigures(figures)));
          const reading = readTables(page, year);
          expect(wrongCells(reading, figures)).toEqual([]);
          expect(reading.findings.map((f) => f.message.EN)).toEqual([]);
        }),
        { numRuns: 6, endOnFailure: true },
      );
    });
  }
});

it.each(Object.entries({ ...textLayouts, ...losingLayouts }))(
  'sections that say no more than 无 are in no table: %s',
  (_, layout) => {
    const figures = figuresOf('E2021', 7);
    const text = asText(drawReport('E2021', 2024, printedFigures(figures)), layout);
    const page = readText(text.replace('工作人员业务能力有待加强。', '无。'));
    const reading = readTables(page, 2024);
    expect(wrongCells(reading, figures)).toEqual([]);
    expect(reading.findings.map((f) => f.message.EN)).toEqual([]);
  },
);
