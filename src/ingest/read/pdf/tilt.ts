import type { Box, Glyph, Quarter } from './geometry.js';

/** Above and below the baseline, in ems. */
const ASCENT = 0.86;
const DESCENT = 0.14;

/** Upright box of a character: its advance wide, an em high. */
export const emBox = (x0: number, x1: number, baseline: number, size: number): Box => ({
  x0,
  x1,
  y0: baseline - size * ASCENT,
  y1: baseline + size * DESCENT,
});

/** A shape as it stands when the page is turned so that text of `quarter` is upright; places may be negative. */
export function tilt(b: Box, quarter: Quarter): Box {
  switch (quarter) {
    case 0:
      return b;
    case 1:
      return { x0: -b.y1, x1: -b.y0, y0: b.x0, y1: b.x1 };
    case 2:
      return { x0: -b.x1, x1: -b.x0, y0: -b.y1, y1: -b.y0 };
    case 3:
      return { x0: b.y0, x1: b.y1, y0: -b.x1, y1: -b.x0 };
  }
}

export function tiltGlyph(g: Glyph, quarter: Quarter): Glyph {
  if (quarter === 0) return g;
  const origin = tilt({ x0: g.ox, x1: g.ox, y0: g.baseline, y1: g.baseline }, quarter);
  const own = ((g.quarter - quarter) & 3) as Quarter;
  const box = tilt(g, quarter);
  const baseline = origin.y0;
  return {
    ...g,
    ...(own === 0 ? emBox(box.x0, box.x1, baseline, g.size) : box),
    ink: tilt(g.ink, quarter),
    ox: origin.x0,
    baseline,
    quarter: own,
  };
}

export const shift = <T extends Box>(b: T, dx: number, dy: number): T => ({
  ...b,
  x0: b.x0 + dx,
  x1: b.x1 + dx,
  y0: b.y0 + dy,
  y1: b.y1 + dy,
});
