import type { Engine } from './engine.js';
import { heaps, withMemory } from './engine.js';
import { around, heightOf, widthOf, type Box, type Fill, type Rule } from './geometry.js';
import { IDENTITY, matrixOf, multiply, readSubpaths, type Matrix, type Point } from './paths.js';
import type { Turn } from './turn.js';

/** A filled shape thinner than this, in points, is a line; a thicker one where it is long. */
const THIN = 3;
const THICK = 7;
const LONG = 8;
/** A shape less longer than broad is a dot. */
const SQUARE = 1.5;
/** Objects of one page that are looked at; more are a drawing. */
const MAX_OBJECTS = 100_000;
const MAX_DEPTH = 8;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

export interface Shapes {
  rules: Rule[];
  fills: Fill[];
  images: Box[];
}

interface Walk {
  e: Engine;
  /** 64 bytes of the engine's memory. */
  p: number;
  turn: Turn;
  shapes: Shapes;
  left: number;
}

/**
 * What a page draws beside its text: ruling lines (stroked segments, sides of stroked boxes, thin filled boxes), filled boxes and
 * pictures, also inside form XObjects.
 */
export function readShapes(e: Engine, page: number, turn: Turn): Shapes {
  const shapes: Shapes = { rules: [], fills: [], images: [] };
  withMemory(e, 64, (p) => {
    const walk = { e, p, turn, shapes, left: MAX_OBJECTS };
    const count = e.FPDFPage_CountObjects(page);
    for (let i = 0; i < count; i++) visit(walk, e.FPDFPage_GetObject(page, i), IDENTITY, 0);
  });
  return shapes;
}

function visit(w: Walk, object: number, outer: Matrix, depth: number): void {
  if (--w.left < 0) return;
  const { e } = w;
  const type = e.FPDFPageObj_GetType(object);
  if (type !== PATH && type !== IMAGE && type !== FORM) return;
  const matrix = multiply(matrixOf(e, object, w.p), outer);
  if (type === PATH) addPath(w, object, matrix);
  else if (type === IMAGE) w.shapes.images.push(w.turn(around(UNIT.map((c) => boxOf(c, matrix)))));
  else if (depth < MAX_DEPTH) {
    const count = e.FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count; i++) visit(w, e.FPDFFormObj_GetObject(object, i), matrix, depth + 1);
  }
}

/** An image fills the unit square of its matrix. */
const UNIT: readonly Point[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];
const boxOf = ([x, y]: Point, m: Matrix): Box => {
  const px = m[0] * x + m[2] * y + m[4];
  const py = m[1] * x + m[3] * y + m[5];
  return { x0: px, y0: py, x1: px, y1: py };
};

function addPath(w: Walk, path: number, m: Matrix): void {
  const { e, p, shapes } = w;
  if (!e.FPDFPath_GetDrawMode(path, p, p + 4)) return;
  const filled = heaps(e).HEAP32[p >> 2] !== 0;
  const stroked = heaps(e).HEAP32[(p >> 2) + 1] !== 0;
  if (!filled && !stroked) return;
  for (const points of readSubpaths(e, path, m, p)) {
    const box = w.turn(bounds(points));
    if (isLine(box)) shapes.rules.push(middleLine(box));
    else if (stroked) {
      for (const side of sides(points)) {
        const line = w.turn(bounds(side));
        if (isLine(line)) shapes.rules.push(middleLine(line));
      }
    }
    if (filled && !isLine(box) && isRectangle(points)) {
      shapes.fills.push({ ...box, lightness: lightness(e, path, p) });
    }
  }
}

function lightness(e: Engine, path: number, p: number): number {
  if (!e.FPDFPageObj_GetFillColor(path, p, p + 4, p + 8, p + 12)) return 1;
  const [r = 0, g = 0, b = 0, alpha = 255] = heaps(e).HEAP32.slice(p >> 2, (p >> 2) + 4);
  const luminance = (0.3 * r + 0.59 * g + 0.11 * b) / 255;
  return 1 - ((1 - luminance) * alpha) / 255;
}

const sides = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((point, i) => [points[i] ?? point, point]);

function isLine(b: Box): boolean {
  const short = Math.min(widthOf(b), heightOf(b));
  const long = Math.max(widthOf(b), heightOf(b));
  return short <= THIN || (short <= THICK && long >= short * LONG);
}

/** Four corners joined by upright sides. */
const isRectangle = (points: readonly Point[]): boolean =>
  points.length >= 4 &&
  points.length <= 6 &&
  sides(points).every(([a, b]) => Math.abs(a[0] - b[0]) < 0.1 || Math.abs(a[1] - b[1]) < 0.1);

/** A thin upright shape as the line along its middle; a dot stays as it is. */
function middleLine(b: Box): Rule {
  const [width, height] = [widthOf(b), heightOf(b)];
  const square = Math.max(width, height) < Math.min(width, height) * SQUARE;
  if (square && Math.max(width, height) <= THIN) return b;
  if (widthOf(b) >= heightOf(b)) {
    const y = (b.y0 + b.y1) / 2;
    return { x0: b.x0, x1: b.x1, y0: y, y1: y };
  }
  const x = (b.x0 + b.x1) / 2;
  return { x0: x, x1: x, y0: b.y0, y1: b.y1 };
}

const bounds = (points: readonly Point[]): Box =>
  around(points.map(([x, y]) => ({ x0: x, y0: y, x1: x, y1: y })));
