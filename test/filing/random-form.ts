import fc from 'fast-check';
import { cellsOf } from '../../src/format/form.js';
import type { Block, Edition } from '../../src/format/form.js';
import { blocksOf } from '../../src/format/forms.js';
import type { CellStatus, FilledCell, FilledForm, Finding } from '../../src/format/report.js';

/** Forms as ingest may read them: any mixture of editions, statuses and texts, most of them implausible. */

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((t) => !t.includes('\0'));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat({ max: 6 }))
  .map(([digits, scale]) => {
    if (scale === 0) return String(digits);
    const sign = digits < 0n ? '-' : '';
    const padded = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`.replace(/\.?0+$/, '');
  })
  .filter((value) => value !== '-0');

const value = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 5000 }).map(String) },
  { weight: 1, arbitrary: decimal },
);

const cell = (address: {
  table: FilledCell['table'];
  row: string;
  column: string | null;
}): fc.Arbitrary<FilledCell> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ value, locator: maybe(text) }).map((read) => ({
        ...address,
        status: 'READ' as const,
        raw: read.value,
        ...read,
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          status: fc.constantFrom<CellStatus>('BLANK', 'MARK', 'UNREADABLE', 'ABSENT'),
          raw: maybe(text),
          locator: maybe(text),
        })
        .map((rest) => ({ ...address, ...rest, value: null })),
    },
  );

const blocks = fc
  .tuple(
    fc.constantFrom<Edition>('E2019', 'E2021'),
    fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  )
  .map(([edition, swaps]): Block[] =>
    [
      ...blocksOf(edition, 'ACTIVE_DISCLOSURE'),
      ...blocksOf(edition, 'REQUESTS'),
      ...blocksOf(edition, 'APPEALS'),
    ].map((block, i) => {
      const other = edition === 'E2019' ? 'E2021' : 'E2019';
      const twin = blocksOf(other, block.table).find(({ key }) => key === block.key);
      return swaps[i] === true && twin ? twin : block;
    }),
  );

const finding: fc.Arbitrary<Finding> = fc.record({
  check: fc.constantFrom('R1', 'R2', 'R7'),
  severity: fc.constantFrom('ERROR', 'WARNING', 'INFO'),
  message: fc.record({ ZH: text, EN: text }),
  left: maybe(decimal),
  right: maybe(decimal),
  difference: maybe(decimal),
  breaks: fc.constantFrom([], [{ check: 'A1', row: 'received' }]),
  cells: fc.constantFrom([], [{ table: 'REQUESTS' as const, row: 'received', column: 'total' }]),
  repair: fc.constant([]),
  fault: maybe(fc.constantFrom('DOCUMENT', 'READING')),
  cause: maybe(text),
});

const year = fc.integer({ min: 2008, max: 2030 });
const day = fc
  .date({ min: new Date('2009-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const formOf = (chosen: readonly Block[]): fc.Arbitrary<FilledForm> => {
  const editionOf = (table: Block['table']): Edition | null =>
    chosen.find((block) => block.table === table)?.edition ?? null;
  return fc.record({
    agency: maybe(text),
    year: maybe(year),
    scope: maybe(fc.constantFrom('ORGAN', 'REGION_CONSOLIDATED')),
    title: maybe(text),
    publishedOn: maybe(day),
    unifiedSocialCreditCode: maybe(text),
    titleYear: maybe(year),
    periodYear: maybe(year),
    editions: fc.constant({
      activeDisclosure: editionOf('ACTIVE_DISCLOSURE'),
      requests: editionOf('REQUESTS'),
      appeals: editionOf('APPEALS'),
    }),
    blockEditions: fc.constant(
      Object.fromEntries(chosen.map(({ key, edition }) => [key, edition])),
    ),
    cells: fc.tuple(
      ...chosen.flatMap((block) =>
        [...cellsOf(block)].map(({ table, row, column }) => cell({ table, row, column })),
      ),
    ),
    sections: fc
      .array(fc.record({ heading: text, text }), { maxLength: 7 })
      .map((all) => all.map((section, i) => ({ ordinal: i + 1, ...section }))),
    statements: fc.array(fc.record({ metric: text, value: decimal, sentence: text }), {
      maxLength: 3,
    }),
    findings: fc.array(finding, { maxLength: 3 }),
  });
};

export const randomForm: fc.Arbitrary<FilledForm> = blocks.chain(formOf);
