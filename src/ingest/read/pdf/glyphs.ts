import type { Engine } from './engine.js';
import { heaps, withMemory } from './engine.js';
import type { Box, Glyph } from './geometry.js';
import { plainCharacter } from './radicals.js';
import type { Turn } from './turn.js';

/** A glyph without a character code is kept as this, so that a cell with one is never read as a number. */
const UNKNOWN = '\uFFFD';

export interface PageText {
  glyphs: Glyph[];
  unmapped: number;
}

/**
 * The characters of a page with their boxes, spaces left out; `turn` brings them upright. Characters that the engine adds for
 * line ends and gaps are ignored: places decide here.
 */
export function readGlyphs(e: Engine, textPage: number, turn: Turn): PageText {
  const count = e.FPDFText_CountChars(textPage);
  const glyphs: Glyph[] = [];
  let unmapped = 0;
  withMemory(e, 32, (p) => {
    for (let i = 0; i < count; i++) {
      if (e.FPDFText_IsGenerated(textPage, i) === 1) continue;
      const code = e.FPDFText_GetUnicode(textPage, i);
      if (isSpace(code)) continue;
      const own = characterBox(e, textPage, i, p);
      if (!own) continue;
      const box = turn(own);
      const baseline = turn(origin(e, textPage, i, p)).y0;
      const mapped = isMapped(code) && e.FPDFText_HasUnicodeMapError(textPage, i) !== 1;
      if (!mapped) unmapped++;
      const text = mapped ? plainCharacter(String.fromCodePoint(code)) : UNKNOWN;
      if (!isShadow(glyphs, text, box))
        glyphs.push({ ...box, text, size: box.y1 - box.y0, baseline });
    }
  });
  return { glyphs, unmapped };
}

/** The angle that most characters of the page are printed at, as quarter turns. */
export function mainAngle(e: Engine, textPage: number): 0 | 1 | 2 | 3 {
  const count = e.FPDFText_CountChars(textPage);
  const votes = [0, 0, 0, 0];
  const step = Math.max(1, Math.floor(count / 400));
  for (let i = 0; i < count; i += step) {
    const quarter = Math.round(e.FPDFText_GetCharAngle(textPage, i) / (Math.PI / 2)) & 3;
    votes[quarter] = (votes[quarter] ?? 0) + 1;
  }
  return votes.indexOf(Math.max(...votes)) as 0 | 1 | 2 | 3;
}

/**
 * The box of a character with its line's height and its advance; where a font claims an impossible one (fonts for vertical writing do), the
 * box of its ink.
 */
function characterBox(e: Engine, textPage: number, i: number, p: number): Box | null {
  if (!e.FPDFText_GetCharBox(textPage, i, p, p + 8, p + 16, p + 24)) return null;
  const [left = 0, right = 0, bottom = 0, top = 0] = heaps(e).HEAPF64.slice(p >> 3, (p >> 3) + 4);
  const ink = { x0: left, y0: bottom, x1: right, y1: top };
  if (!e.FPDFText_GetLooseCharBox(textPage, i, p)) return ink;
  const loose = rectangle(e, p);
  const extent = (b: Box): number => Math.max(Math.abs(b.x1 - b.x0), Math.abs(b.y1 - b.y0));
  const inkExtent = extent(ink);
  return inkExtent > 0.5 && extent(loose) > Math.max(inkExtent * 6, 40) ? ink : loose;
}

/** The point on the baseline where a character begins, as an empty box. */
function origin(e: Engine, textPage: number, i: number, p: number): Box {
  e.FPDFText_GetCharOrigin(textPage, i, p, p + 8);
  const [x = 0, y = 0] = heaps(e).HEAPF64.slice(p >> 3, (p >> 3) + 2);
  return { x0: x, y0: y, x1: x, y1: y };
}

/** An FS_RECTF: left, top, right, bottom. */
const rectangle = (e: Engine, p: number): Box => {
  const view = heaps(e).HEAPF32;
  const at = p >> 2;
  return { x0: view[at] ?? 0, y0: view[at + 1] ?? 0, x1: view[at + 2] ?? 0, y1: view[at + 3] ?? 0 };
};

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 9 && code <= 13) || code === 0xfeff;

/** Private-use codes are a font's own numbering: what they look like cannot be known. */
const isMapped = (code: number): boolean =>
  code > 0x1f &&
  code !== 0xfffd &&
  code <= 0x10ffff &&
  !(code >= 0xe000 && code <= 0xf8ff) &&
  !(code >= 0xd800 && code <= 0xdfff);

/** Bold type is sometimes made by printing a character twice in nearly the same place. */
function isShadow(
  glyphs: readonly Glyph[],
  text: string,
  box: { x0: number; y0: number; x1: number },
): boolean {
  const near = Math.max(0.5, (box.x1 - box.x0) * 0.25);
  return glyphs
    .slice(-4)
    .some(
      (g) => g.text === text && Math.abs(g.x0 - box.x0) < near && Math.abs(g.y0 - box.y0) < near,
    );
}
