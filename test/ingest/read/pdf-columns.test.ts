import { expect, it } from 'vitest';
import type { Glyph } from '../../../src/ingest/read/pdf/geometry.js';
import { inColumns, numberColumns } from '../../../src/ingest/read/pdf/open/columns.js';
import { textLine, type TextLine } from '../../../src/ingest/read/pdf/text-lines.js';

/** Digits of 5 points from `x` on. */
const number = (text: string, x: number, baseline = 10): TextLine =>
  textLine(
    Array.from(text, (c, i): Glyph => {
      const box = { x0: x + 5 * i, x1: x + 5 * i + 5, y0: baseline - 9, y1: baseline + 1 };
      const look = { lightness: 0, invisible: false };
      const place = { ...box, ink: box, ox: box.x0, baseline };
      return { ...place, text: c, size: 10, quarter: 0, look, spaceBehind: false };
    }),
  );

/** Two rows that show three columns, right aligned at 40, 80 and 120. */
const rows = [
  number('1234567', 5, 30),
  number('2345678', 45, 30),
  number('9', 115, 30),
  number('8', 35, 50),
  number('7', 75, 50),
  number('66', 110, 50),
];
const columns = numberColumns(rows);
const printed = (...words: TextLine[]): string[] =>
  inColumns(columns, words).map((c) => c.map((w) => w.text).join(' '));

it('numbers go to the columns that they stand over', () => {
  expect(printed(number('1234567', 5), number('24', 70), number('5', 115))).toEqual([
    '1234567',
    '24',
    '5',
  ]);
});

it('digits over two columns with nothing else in one of them may be two numbers: both cells are illegible', () => {
  const [first, second, third] = printed(number('12345672345678', 5), number('5', 115));
  expect([first, second, third]).toEqual(['\uFFFD'.repeat(14), '\uFFFD'.repeat(14), '5']);
});

it('a number over the side of its column is one where the next column has its own', () => {
  expect(printed(number('123456789', 1), number('7', 75))).toEqual(['123456789', '7', '']);
});
