import type { Engine } from './engine.js';
import { heaps, withMemory } from './engine.js';
import type { Box, Glyph, Look, Quarter } from './geometry.js';
import { plainCharacter } from './radicals.js';
import { emBox } from './tilt.js';
import type { Turn } from './turn.js';

/** A glyph without a character code is kept as this, so that a cell with one is never read as a number. */
export const UNKNOWN = '\uFFFD';

/** Text slanted by more than this, in radians, against the page's lines is a stamp or watermark. */
const SLANT = 0.12;

export interface PageText {
  glyphs: Glyph[];
  unmapped: number;
  /** Characters left out since they stand aslant. */
  slanted: number;
}

/**
 * The characters of a page with their boxes, spaces left out; `turn` brings them upright. Characters that the engine adds for
 * line ends and gaps are ignored: places decide here.
 * @param quarters in which most text of the page is printed
 */
export function readGlyphs(e: Engine, textPage: number, turn: Turn, quarters: Quarter): PageText {
  const text: PageText = { glyphs: [], unmapped: 0, slanted: 0 };
  const looks = new Map<number, Look>();
  withMemory(e, 64, (p) => {
    const count = e.FPDFText_CountChars(textPage);
    for (let i = 0; i < count; i++) {
      const code = e.FPDFText_GetUnicode(textPage, i);
      if (isSpace(code)) {
        const before = text.glyphs.at(-1);
        if (before && e.FPDFText_IsGenerated(textPage, i) !== 1) before.spaceBehind = true;
        continue;
      }
      if (e.FPDFText_IsGenerated(textPage, i) === 1) continue;
      readGlyph(e, textPage, i, { p, turn, quarters, looks, code, text });
    }
  });
  return text;
}

interface Reading {
  /** 64 bytes of the engine's memory. */
  p: number;
  turn: Turn;
  quarters: Quarter;
  looks: Map<number, Look>;
  code: number;
  text: PageText;
}

function readGlyph(e: Engine, textPage: number, i: number, r: Reading): void {
  const { p, text, turn } = r;
  const matrix = readMatrix(e, textPage, i, p);
  const angle = angleOf(matrix);
  if (angle.off > SLANT) {
    text.slanted++;
    return;
  }
  const own = inkBox(e, textPage, i, p);
  if (!own) return;
  const ink = turn(own);
  const size = Math.hypot(matrix.c, matrix.d) * e.FPDFText_GetFontSize(textPage, i);
  const quarter = ((angle.quarter - r.quarters) & 3) as Quarter;
  const origin = turn(originOf(e, textPage, i, p));
  const box = placed(turn(looseBox(e, textPage, i, p) ?? own), ink, origin, size, quarter);
  const mapped = isMapped(r.code) && e.FPDFText_HasUnicodeMapError(textPage, i) !== 1;
  if (!mapped) text.unmapped++;
  text.glyphs.push({
    ...box,
    text: mapped ? plainCharacter(String.fromCodePoint(r.code)) : UNKNOWN,
    size,
    ink,
    quarter,
    look: lookOf(e, textPage, i, r),
    spaceBehind: false,
  });
}

/**
 * The box of a character: its advance wide, an em high. Fonts for vertical writing claim impossible places: there the ink decides.
 */
function placed(
  loose: Box,
  ink: Box,
  origin: Box,
  size: number,
  quarter: Quarter,
): Box & { baseline: number; ox: number } {
  const stands = { ox: origin.x0, baseline: origin.y0 };
  const flat = ink.x1 - ink.x0 < 0.1 || ink.y1 - ink.y0 < 0.1;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < size * 1.5;
  const plausible =
    near(loose.x0, ink.x0) &&
    near(loose.x1, ink.x1) &&
    near(loose.y0, ink.y0) &&
    near(loose.y1, ink.y1);
  if (quarter !== 0) return { ...(flat || plausible ? loose : ink), ...stands };
  if (flat || (plausible && near(ink.y1, origin.y0))) {
    return { ...emBox(loose.x0, loose.x1, origin.y0, size), ...stands };
  }
  const baseline = (ink.y0 + ink.y1) / 2 + size * 0.36;
  return { ...emBox(ink.x0, ink.x1, baseline, size), baseline, ox: ink.x0 };
}

interface Matrix {
  a: number;
  b: number;
  c: number;
  d: number;
}

function readMatrix(e: Engine, textPage: number, i: number, p: number): Matrix {
  if (!e.FPDFText_GetMatrix(textPage, i, p)) return { a: 1, b: 0, c: 0, d: 1 };
  const view = heaps(e).HEAPF32;
  const at = p >> 2;
  return {
    a: view[at] ?? 1,
    b: view[at + 1] ?? 0,
    c: view[at + 2] ?? 0,
    d: view[at + 3] ?? 1,
  };
}

function angleOf({ a, b }: Matrix): { quarter: Quarter; off: number } {
  const angle = Math.atan2(b, a);
  const quarters = Math.round(angle / (Math.PI / 2));
  return {
    quarter: (quarters & 3) as Quarter,
    off: Math.abs(angle - (quarters * Math.PI) / 2),
  };
}

/** The direction in which most characters of the page are printed, as quarter turns counter-clockwise. */
export function mainQuarter(e: Engine, textPage: number): Quarter {
  const count = e.FPDFText_CountChars(textPage);
  const votes = [0, 0, 0, 0];
  const step = Math.max(1, Math.floor(count / 400));
  withMemory(e, 32, (p) => {
    for (let i = 0; i < count; i += step) {
      if (isSpace(e.FPDFText_GetUnicode(textPage, i))) continue;
      const { quarter, off } = angleOf(readMatrix(e, textPage, i, p));
      if (off <= SLANT) votes[quarter] = (votes[quarter] ?? 0) + 1;
    }
  });
  return votes.indexOf(Math.max(...votes)) as Quarter;
}

function inkBox(e: Engine, textPage: number, i: number, p: number): Box | null {
  if (!e.FPDFText_GetCharBox(textPage, i, p, p + 8, p + 16, p + 24)) return null;
  const view = heaps(e).HEAPF64;
  const at = p >> 3;
  // Left, right, bottom, top.
  return {
    x0: view[at] ?? 0,
    y0: view[at + 2] ?? 0,
    x1: view[at + 1] ?? 0,
    y1: view[at + 3] ?? 0,
  };
}

/** The box of a character's advance; an FS_RECTF: left, top, right, bottom. */
function looseBox(e: Engine, textPage: number, i: number, p: number): Box | null {
  if (!e.FPDFText_GetLooseCharBox(textPage, i, p)) return null;
  const view = heaps(e).HEAPF32;
  const at = p >> 2;
  return { x0: view[at] ?? 0, y0: view[at + 1] ?? 0, x1: view[at + 2] ?? 0, y1: view[at + 3] ?? 0 };
}

/** The point on the baseline where a character begins, as an empty box. */
function originOf(e: Engine, textPage: number, i: number, p: number): Box {
  e.FPDFText_GetCharOrigin(textPage, i, p, p + 8);
  const view = heaps(e).HEAPF64;
  const x = view[p >> 3] ?? 0;
  const y = view[(p >> 3) + 1] ?? 0;
  return { x0: x, y0: y, x1: x, y1: y };
}

const INVISIBLE = 3;
const CLIP_ONLY = 7;

/** How the character's piece of text is painted; asked once for each piece. */
function lookOf(e: Engine, textPage: number, i: number, { p, looks }: Reading): Look {
  const object = e.FPDFText_GetTextObject(textPage, i);
  const known = looks.get(object);
  if (known) return known;
  const mode = e.FPDFTextObj_GetTextRenderMode(object);
  const painted = e.FPDFText_GetFillColor(textPage, i, p, p + 4, p + 8, p + 12);
  const [r = 0, g = 0, b = 0, alpha = 255] = heaps(e).HEAP32.slice(p >> 2, (p >> 2) + 4);
  const luminance = (0.3 * r + 0.59 * g + 0.11 * b) / 255;
  const look = {
    lightness: painted ? 1 - ((1 - luminance) * alpha) / 255 : 0,
    invisible: mode === INVISIBLE || mode === CLIP_ONLY,
  };
  looks.set(object, look);
  return look;
}

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 9 && code <= 13) || code === 0xfeff;

/** Private-use codes are a font's own numbering: what they look like cannot be known. */
const isMapped = (code: number): boolean =>
  code > 0x1f &&
  code !== 0xfffd &&
  code <= 0x10ffff &&
  !(code >= 0xe000 && code <= 0xf8ff) &&
  !(code >= 0xd800 && code <= 0xdfff);
