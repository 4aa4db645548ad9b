import {
  heightOf,
  holds,
  middleX,
  middleY,
  widthOf,
  type Box,
  type Glyph,
  type PdfPage,
} from './geometry.js';
import { UNKNOWN } from './glyphs.js';

/** What was left out of a page, as counts of characters, and whether its text lies unseen behind a picture of it. */
export interface Cleaning {
  glyphs: Glyph[];
  hidden: number;
  watermark: number;
  /** Invisible text over a picture: what a machine took the picture to say. */
  recognised: number;
}

const WHITE = 0.95;
/** Ink of one character over ink of another, as a share of the smaller. */
const COVERED = 0.3;
const OVERPRINTED = 0.5;
/** Share of its width by which a digit moves on at least, however tightly it is set. */
const CROWDED = 0.85;
const DIGIT = /^[\d０-９]$/;
/** A watermark is this much larger, or paler, than what it covers. */
const LARGER = 1.7;
const PALER = 0.25;

/**
 * Leaves out what a reader of the printed page does not see or passes over: text off the page, white or unpainted text, characters
 * printed twice to look bold, watermarks across the text. Characters printed over each other are illegible.
 */
export function cleanPage(page: PdfPage): Cleaning {
  const shown = page.glyphs.filter((g) =>
    holds({ x0: 0, y0: 0, x1: page.width, y1: page.height }, g),
  );
  const seen = shown.filter((g) => isSeen(g, page));
  const single = withoutShadows(seen);
  const overlaps = overlapping(single);
  const marks = watermarks(single, overlaps);
  const glyphs = single.filter((g) => !marks.has(g));
  blot(overlaps.filter(({ a, b }) => !marks.has(a) && !marks.has(b)));
  return {
    glyphs,
    hidden: page.glyphs.length - seen.length,
    watermark: marks.size,
    recognised: seen.filter((g) => g.look.invisible).length,
  };
}

function isSeen(g: Glyph, page: PdfPage): boolean {
  if (g.look.invisible) return page.images.some((image) => holds(image, g));
  if (g.look.lightness < WHITE) return true;
  return (
    page.fills.some((f) => f.lightness < 0.85 && holds(f, g)) ||
    page.images.some((image) => holds(image, g))
  );
}

/** Bold type is sometimes made by printing a character twice in nearly the same place. */
function withoutShadows(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  const places = new Map<string, Glyph[]>();
  for (const g of glyphs) {
    const near = Math.max(0.6, g.size * 0.2);
    const [x, y] = [Math.round(g.x0 / 8), Math.round(g.baseline / 8)];
    const around = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => places.get(`${g.text}${x + dx},${y + dy}`) ?? []),
    );
    const shadow = around.some(
      (o) => Math.abs(o.x0 - g.x0) < near && Math.abs(o.baseline - g.baseline) < near,
    );
    if (shadow) continue;
    kept.push(g);
    const key = `${g.text}${x},${y}`;
    const there = places.get(key);
    if (there) there.push(g);
    else places.set(key, [g]);
  }
  return kept;
}

interface Overlap {
  a: Glyph;
  b: Glyph;
  /** Common area as a share of the smaller one's. */
  share: number;
}

/** Pairs of characters whose ink lies over each other. */
function overlapping(glyphs: readonly Glyph[]): Overlap[] {
  const tiles = new Map<string, Glyph[]>();
  const found = new Map<Glyph, Set<Glyph>>();
  const overlaps: Overlap[] = [];
  for (const g of glyphs) {
    for (const tile of tilesOf(g.ink)) {
      const there = tiles.get(tile) ?? [];
      for (const o of there) {
        const share = areCrowded(o, g) ? 1 : sharedInk(o, g);
        if (share < COVERED || found.get(g)?.has(o)) continue;
        overlaps.push({ a: o, b: g, share });
        found.set(g, (found.get(g) ?? new Set()).add(o));
      }
      if (there.length === 0) tiles.set(tile, there);
      there.push(g);
    }
  }
  return overlaps;
}

const TILE = 24;
const MOST_TILES = 100;

function tilesOf(b: Box): string[] {
  const tiles: string[] = [];
  for (let x = Math.floor(b.x0 / TILE); x <= b.x1 / TILE && tiles.length < MOST_TILES; x++) {
    for (let y = Math.floor(b.y0 / TILE); y <= b.y1 / TILE && tiles.length < MOST_TILES; y++) {
      tiles.push(`${x},${y}`);
    }
  }
  return tiles;
}

/** Digits that begin before the one beside them has ended are of two numbers over each other. */
const areCrowded = (a: Glyph, b: Glyph): boolean =>
  DIGIT.test(a.text) &&
  DIGIT.test(b.text) &&
  a.quarter === 0 &&
  b.quarter === 0 &&
  Math.abs(a.baseline - b.baseline) < a.size * 0.3 &&
  Math.abs(a.x0 - b.x0) < Math.min(widthOf(a), widthOf(b)) * CROWDED;

function sharedInk({ ink: a }: Glyph, { ink: b }: Glyph): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (width <= 0 || height <= 0) return 0;
  const smaller = Math.min(widthOf(a) * heightOf(a), widthOf(b) * heightOf(b));
  return smaller > 0 ? (width * height) / smaller : 0;
}

/** All text of the size and paint of a character that lies large or pale over others. */
function watermarks(glyphs: readonly Glyph[], overlaps: readonly Overlap[]): Set<Glyph> {
  const kinds = new Set<string>();
  for (const { a, b } of overlaps) {
    const mark = watermarkOf(a, b) ?? watermarkOf(b, a);
    if (mark) kinds.add(kindOf(mark));
  }
  const marks = glyphs.filter((g) => kinds.has(kindOf(g)));
  return new Set(marks.length * 2 < glyphs.length ? marks : []);
}

function watermarkOf(g: Glyph, other: Glyph): Glyph | null {
  const larger = g.size > other.size * LARGER;
  const paler = g.look.lightness > other.look.lightness + PALER;
  return (larger && g.look.lightness >= other.look.lightness) || paler ? g : null;
}

const kindOf = (g: Glyph): string =>
  `${g.size.toFixed(1)} ${g.look.lightness.toFixed(2)} ${g.quarter}`;

/** Of two characters printed over each other neither can be read for sure. */
function blot(overlaps: readonly Overlap[]): void {
  for (const { a, b, share } of overlaps) {
    const centred =
      Math.abs(middleX(a.ink) - middleX(b.ink)) < widthOf(a.ink) &&
      Math.abs(middleY(a.ink) - middleY(b.ink)) < heightOf(a.ink);
    if (share < OVERPRINTED || !centred) continue;
    a.text = UNKNOWN;
    b.text = UNKNOWN;
  }
}
