import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../src/format/form.js';
import type { FilledForm } from '../../../src/format/report.js';
import { ingest } from '../../../src/ingest/ingest.js';
import { damages } from '../../support/render/damage.js';
import { figuresOf, printedFigures, randomFrom } from '../../support/render/figures.js';
import { htmlLayouts } from '../../support/render/html-layouts.js';
import type { DrawnTable, Figures } from '../../support/render/printed.js';
import { asHtml, asText, drawReport } from '../../support/render/report.js';
import { losingLayouts, textLayouts } from '../../support/render/text-layouts.js';

const R = (row: string, column: string): string => `REQUESTS/${row}/${column}`;

/** A year in which only some natural persons and enterprises asked. */
const few = (): Map<string, string> => {
  const figures = new Map([...figuresOf('E2021', 1).keys()].map((key) => [key, '0']));
  const set = (row: string, person: number, enterprise: number): void => {
    figures.set(R(row, 'naturalPerson'), String(person));
    figures.set(R(row, 'businessEnterprise'), String(enterprise));
    figures.set(R(row, 'total'), String(person + enterprise));
  };
  set('received', 41, 12);
  set('GRANTED', 29, 8);
  set('NOT_HELD', 11, 4);
  set('completed', 40, 12);
  set('carriedOut', 1, 0);
  return figures;
};

type Change = (table: DrawnTable) => void;
const page = (figures: Figures, change: Change): Promise<FilledForm> => {
  const report = drawReport('E2021', 2023, printedFigures(figures));
  change(report.parts[1]!.table);
  return ingest(Buffer.from(asHtml(report, htmlLayouts['plain']!)), 'report.html');
};
const rowOf = (table: DrawnTable, row: string) =>
  table.rows.find((cells) => cells.some((c) => c.address?.row === row))!;
const firstOf = (table: DrawnTable, row: string): number =>
  rowOf(table, row).findIndex((c) => c.address);
const printedIn = (form: FilledForm, row: string) =>
  form.cells.filter((c) => c.table === 'REQUESTS' && c.row === row).map((c) => c.value);
const extra = { address: null, rowSpan: 1, columnSpan: 1 };
const again = (form: FilledForm) => form.findings.filter((f) => /^R1[45]$/.test(f.check));

describe('where the sums of a table do not hold as first read', () => {
  it('figures that share a cell are read apart', async () => {
    const form = await page(few(), (table) => {
      const row = rowOf(table, 'GRANTED');
      const at = firstOf(table, 'GRANTED');
      row.splice(at, 2, { ...row[at]!, text: '29 8' });
    });
    expect(printedIn(form, 'GRANTED')).toEqual(['29', '8', '0', '0', '0', '0', '37']);
    expect(again(form).map((f) => f.message.ZH)).toEqual([
      expect.stringContaining('另读作 29 8 0 0 0 0 37'),
    ]);
  });

  it('digits that run together are read apart, and those that a gap parts together', async () => {
    const together = await page(few(), (table) => {
      const row = rowOf(table, 'GRANTED');
      const at = firstOf(table, 'GRANTED');
      row.splice(at, 2, { ...row[at]!, text: '298' });
    });
    expect(printedIn(together, 'GRANTED')).toEqual(['29', '8', '0', '0', '0', '0', '37']);
    const apart = await page(few(), (table) => {
      rowOf(table, 'GRANTED')[firstOf(table, 'GRANTED')]!.text = '2 9';
    });
    expect(printedIn(apart, 'GRANTED')).toEqual(['29', '8', '0', '0', '0', '0', '37']);
  });

  it('a page number among the figures is left out', async () => {
    const form = await page(few(), (table) => {
      rowOf(table, 'NOT_HELD').splice(firstOf(table, 'NOT_HELD') + 1, 0, { ...extra, text: '4' });
    });
    expect(printedIn(form, 'NOT_HELD')).toEqual(['11', '4', '0', '0', '0', '0', '15']);
  });

  it('figures whose blank neighbours were lost are placed by the sums down the columns', async () => {
    const figures = few();
    figures.set(R('carriedOut', 'naturalPerson'), '0');
    figures.set(R('carriedOut', 'legalServiceAgency'), '1');
    figures.set(R('received', 'naturalPerson'), '40');
    figures.set(R('received', 'legalServiceAgency'), '1');
    const form = await page(figures, (table) => {
      const row = rowOf(table, 'carriedOut');
      const kept = row.filter((c) => c.address === null || c.text === '1');
      row.splice(0, row.length, ...kept);
    });
    expect(printedIn(form, 'carriedOut')).toEqual([null, null, null, null, '1', null, '1']);
    expect(again(form)).toMatchObject([{ check: 'R14', fault: 'READING' }]);
  });

  it('nothing is taken where two readings would do', async () => {
    const figures = few();
    const sparse = (row: string): Change => {
      return (table) => {
        const cells = rowOf(table, row);
        const kept = cells.filter((c) => c.address === null || c.text === '1');
        cells.splice(0, cells.length, ...kept);
      };
    };
    for (const [row, column] of [
      ['STATE_SECRET', 'researchInstitution'],
      ['FEE_UNPAID', 'otherOrganization'],
    ] as const) {
      figures.set(R(row, column), '1');
      figures.set(R(row, 'total'), '1');
      figures.set(R('completed', column), '1');
      figures.set(R('received', column), '1');
    }
    figures.set(R('completed', 'total'), '54');
    figures.set(R('received', 'total'), '55');
    const form = await page(figures, (table) => {
      sparse('STATE_SECRET')(table);
      sparse('FEE_UNPAID')(table);
    });
    expect(again(form).map((f) => [f.check, f.cells[0]?.row])).toEqual([
      ['R15', 'STATE_SECRET'],
      ['R15', 'FEE_UNPAID'],
    ]);
  });

  it("the document's own error is not read away, however it is set", async () => {
    const layouts = [
      ...Object.values(htmlLayouts).map((set) => (f: Figures) => asHtml(drawn(f), set)),
      ...Object.values({ ...textLayouts, ...losingLayouts }).map(
        (set) => (f: Figures) => asText(drawn(f), set),
      ),
    ];
    const drawn = (figures: Figures) => drawReport('E2021', 2023, printedFigures(figures));
    for (const [seed, layout] of layouts.entries()) {
      const figures = figuresOf('E2021', seed);
      const random = randomFrom(seed);
      const keys = [...figures.keys()].filter((key) => key.startsWith('REQUESTS'));
      const key = keys[Math.floor(random() * keys.length)]!;
      figures.set(key, String(Number(figures.get(key)) + 1 + Math.floor(random() * 40)));
      const form = await ingest(Buffer.from(layout(figures)), 'report');
      const read = form.cells.find((c) => addressKey(c) === key);
      expect([read?.value, again(form)]).toEqual([figures.get(key), []]);
    }
  });
});

it('what is taken is right, or the finding names it', async () => {
  const harmless = [
    'a figure doubled',
    'a foreign number inserted',
    'two figures merged into one cell',
  ];
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.constantFrom(...harmless), async (seed, name) => {
      const figures = figuresOf('E2021', seed);
      const report = drawReport('E2021', 2023, printedFigures(figures));
      const { table } = damages[name]!(report.parts[1]!.table, randomFrom(seed));
      report.parts[1]!.table = table;
      const form = await ingest(Buffer.from(asHtml(report, htmlLayouts['plain']!)), 'report');
      const named = new Set(form.findings.flatMap((f) => f.cells.map(addressKey)));
      const wrong = form.cells.filter(
        (c) => c.table !== 'ACTIVE_DISCLOSURE' && c.value !== figures.get(addressKey(c)),
      );
      expect(wrong.filter((c) => !named.has(addressKey(c)))).toEqual([]);
      // Where a nought was lost it is not known which.
      const taken = form.findings.some((f) => f.check === 'R14');
      expect(taken && wrong.some((c) => Number(figures.get(addressKey(c))) !== 0)).toBe(false);
    }),
    { numRuns: 40 },
  );
});
