import { expect, it } from 'vitest';
import type { Glyph } from '../../../src/ingest/read/pdf/geometry.js';
import { numberColumns } from '../../../src/ingest/read/pdf/open/columns.js';
import type { LabelledRow } from '../../../src/ingest/read/pdf/open/labels.js';
import { joinWrapped } from '../../../src/ingest/read/pdf/open/wrapped.js';
import { textLine, type TextLine } from '../../../src/ingest/read/pdf/text-lines.js';

const line = (text: string, x: number, baseline: number): TextLine =>
  textLine(
    Array.from(text, (c, i): Glyph => {
      const box = { x0: x + 5 * i, x1: x + 5 * i + 5, y0: baseline - 9, y1: baseline + 1 };
      const look = { lightness: 0, invisible: false };
      const place = { ...box, ink: box, ox: box.x0, baseline };
      return { ...place, text: c, size: 10, quarter: 0, look, spaceBehind: false };
    }),
  );

const row = (label: string, ...words: TextLine[]): LabelledRow => {
  const baseline = words[0]!.baseline;
  return {
    label: label === '' ? [] : [line(label, 0, baseline)],
    numbers: { words, baseline, top: baseline, bottom: baseline },
  };
};
const printed = (rows: readonly LabelledRow[]): string[] => {
  const columns = numberColumns(rows.flatMap(({ numbers }) => numbers?.words ?? []));
  return joinWrapped(rows, columns).map(({ label, numbers }) =>
    [...label, ...(numbers?.words ?? [])].map(({ text }) => text).join(' '),
  );
};
const before = row('A', line('100', 100, 10), line('1234567', 140, 10));

it('first lines of wrapped numbers are of the labelled row below', () => {
  const upper = row('', line('110433', 140, 30));
  const lower = row('B', line('3', 152, 42));
  expect(printed([before, upper, lower])).toEqual(['A 100 1234567', 'B 110433 3']);
});

it('a number that leaves room for more is a row of its own, and so is one with a label', () => {
  const short = row('', line('11', 150, 30));
  const lower = row('B', line('3', 152, 42));
  expect(printed([before, short, lower])).toHaveLength(3);
  expect(printed([before, row('C', line('110433', 140, 30)), lower])).toHaveLength(3);
});

it('numbers do not go on over other columns, nor far below', () => {
  const upper = row('', line('110433', 140, 30));
  expect(printed([before, upper, row('B', line('300', 100, 42))])).toHaveLength(3);
  expect(printed([before, upper, row('B', line('3', 152, 60))])).toHaveLength(3);
});
