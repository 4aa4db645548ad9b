import { holds, type Box, type Glyph, type PdfPage, type Quarter } from './geometry.js';
import { findLattices } from './lattice.js';
import { shift, tilt, tiltGlyph } from './tilt.js';

/** What of a page is printed in one direction, turned upright. */
export interface Layer {
  page: PdfPage;
  glyphs: readonly Glyph[];
}

/** Fewer turned characters than this outside tables are ornaments. */
const LEAST = 10;

/**
 * The page as it is read, then what of it is printed in other directions, such as a broad table on an upright page. A table goes the
 * way of most of its characters: turned labels in an upright table stay in it.
 */
export function layersOf(page: PdfPage, glyphs: readonly Glyph[]): Layer[] {
  if (glyphs.every((g) => g.quarter === 0)) return [{ page, glyphs }];
  const tables = findLattices(page.rules, glyphs).map((box) => ({
    box,
    quarter: direction(glyphs.filter((g) => holds(box, g))),
  }));
  const quarterOf = (b: Box, own: Quarter): Quarter =>
    tables.find((t) => holds(t.box, b))?.quarter ?? own;
  return ([0, 1, 2, 3] as const).flatMap((quarter): Layer[] => {
    const here = glyphs.filter((g) => quarterOf(g, g.quarter) === quarter);
    if (quarter !== 0 && here.length < LEAST) return [];
    const of = <T extends Box>(shapes: readonly T[]): T[] =>
      shapes.filter((s) => quarterOf(s, 0) === quarter);
    const { rules, fills } = { rules: of(page.rules), fills: of(page.fills) };
    return [turned({ page: { ...page, rules, fills }, glyphs: here }, quarter)];
  });
}

function direction(glyphs: readonly Glyph[]): Quarter {
  const votes = [0, 0, 0, 0];
  for (const g of glyphs) votes[g.quarter] = (votes[g.quarter] ?? 0) + 1;
  return votes.indexOf(Math.max(...votes)) as Quarter;
}

function turned({ page, glyphs }: Layer, quarter: Quarter): Layer {
  if (quarter === 0) return { page, glyphs };
  const dx = quarter === 1 ? page.height : quarter === 2 ? page.width : 0;
  const dy = quarter === 3 ? page.width : quarter === 2 ? page.height : 0;
  const move = <T extends Box>(b: T): T => shift({ ...b, ...tilt(b, quarter) }, dx, dy);
  const sideways = quarter !== 2;
  return {
    page: {
      ...page,
      width: sideways ? page.height : page.width,
      height: sideways ? page.width : page.height,
      rules: page.rules.map(move),
      fills: page.fills.map(move),
    },
    glyphs: glyphs.map((g) => {
      const t = tiltGlyph(g, quarter);
      return {
        ...shift(t, dx, dy),
        ink: shift(t.ink, dx, dy),
        ox: t.ox + dx,
        baseline: t.baseline + dy,
      };
    }),
  };
}
