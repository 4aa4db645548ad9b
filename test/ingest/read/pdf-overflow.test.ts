import { expect, it } from 'vitest';
import type { Glyph } from '../../../src/ingest/read/pdf/geometry.js';
import { overflowing } from '../../../src/ingest/read/pdf/overflow.js';

/** Cells of 30 points side by side. */
const cells = [0, 30, 60].map((x0) => ({ x0, x1: x0 + 30, y0: 0, y1: 12 }));
const cellOf = (g: Glyph): number => Math.floor((g.x0 + g.x1) / 2 / 30);

/** Digits of 5 points from `x` on. */
const digits = (text: string, x: number): Glyph[] =>
  Array.from(text, (c, i) => {
    const box = { x0: x + 5 * i, x1: x + 5 * i + 5, y0: 1, y1: 11 };
    const look = { lightness: 0, invisible: false };
    return {
      ...{ ...box, ink: box, ox: box.x0, baseline: 10, text: c, size: 10 },
      ...{ quarter: 0, look, spaceBehind: false },
    };
  });

const printed = (glyphs: readonly Glyph[]): string[] => {
  const moved = overflowing(glyphs, cells, cellOf);
  return cells.map((_, i) =>
    glyphs
      .filter((g) => (moved.get(g) ?? cellOf(g)) === i)
      .map((g) => g.text)
      .join(''),
  );
};

it('a number wider than its cell stays whole where its neighbours have figures of their own', () => {
  const glyphs = [...digits('0', 10), ...digits('1234567', 27), ...digits('8', 78)];
  expect(printed(glyphs)).toEqual(['0', '1234567', '8']);
});

it('a number over a side is illegible where the next cell would be left empty', () => {
  const glyphs = [...digits('1234567', 27), ...digits('8', 78)];
  expect(printed(glyphs)).toEqual(['\uFFFD', '\uFFFD'.repeat(6), '8']);
});

it('numbers within their cells are left alone', () => {
  expect(printed([...digits('123456', 0), ...digits('7', 42), ...digits('89', 70)])).toEqual([
    '123456',
    '7',
    '89',
  ]);
});

it('two numbers that nearly touch are no single one: digits of two widths, or a gap wider than the others', () => {
  const wide = digits('１２３４５', 25);
  expect(printed([...wide, ...digits('678', 50), ...digits('9', 75)])[1]).toMatch(/^\uFFFD+$/);
  const apart = [...digits('12345', 27), ...digits('678', 53), ...digits('9', 75)];
  expect(printed(apart)[1]).toMatch(/^\uFFFD+$/);
});
