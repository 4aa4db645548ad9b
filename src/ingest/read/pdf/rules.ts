import type { Engine } from './engine.js';
import { heaps, withMemory } from './engine.js';
import type { Box, Rule } from './geometry.js';
import type { Turn } from './turn.js';

/** A filled or stroked shape thinner than this, in points, is a line. */
const THIN = 3;
/** Shorter strokes are parts of drawings. */
const SHORT = 4;
const MAX_OBJECTS = 200_000;
const PATH = 2;
const FORM = 5;

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The ruling lines of a page: stroked segments, the sides of stroked boxes, and thin filled boxes. */
export function readRules(e: Engine, page: number, turn: Turn): Rule[] {
  const rules: Rule[] = [];
  withMemory(e, 48, (p) => {
    const walk = (
      count: number,
      objectAt: (i: number) => number,
      matrix: Matrix,
      depth: number,
    ): void => {
      for (let i = 0; i < Math.min(count, MAX_OBJECTS); i++) {
        const object = objectAt(i);
        const type = e.FPDFPageObj_GetType(object);
        if (type === PATH)
          rules.push(...pathRules(e, object, multiply(matrixOf(e, object, p), matrix), p, turn));
        else if (type === FORM && depth < 8) {
          const inner = multiply(matrixOf(e, object, p), matrix);
          walk(
            e.FPDFFormObj_CountObjects(object),
            (n) => e.FPDFFormObj_GetObject(object, n),
            inner,
            depth + 1,
          );
        }
      }
    };
    walk(e.FPDFPage_CountObjects(page), (n) => e.FPDFPage_GetObject(page, n), IDENTITY, 0);
  });
  return rules;
}

function pathRules(e: Engine, path: number, m: Matrix, p: number, turn: Turn): Rule[] {
  if (!e.FPDFPath_GetDrawMode(path, p, p + 4)) return [];
  const filled = heaps(e).HEAP32[p >> 2] !== 0;
  const stroked = heaps(e).HEAP32[(p >> 2) + 1] !== 0;
  if (!filled && !stroked) return [];
  const subpaths = readSubpaths(e, path, m, p);
  return subpaths.flatMap((points) => {
    const box = bounds(points);
    const upright = turn(box);
    const thin = Math.min(upright.x1 - upright.x0, upright.y1 - upright.y0) <= THIN;
    if (thin) return line(upright);
    if (stroked) return sides(points).flatMap((side) => line(turn(bounds(side))));
    return [];
  });
}

type Point = readonly [number, number];

function readSubpaths(e: Engine, path: number, m: Matrix, p: number): Point[][] {
  const subpaths: Point[][] = [];
  const count = Math.min(e.FPDFPath_CountSegments(path), 10_000);
  for (let i = 0; i < count; i++) {
    const segment = e.FPDFPath_GetPathSegment(path, i);
    e.FPDFPathSegment_GetPoint(segment, p, p + 4);
    const x = heaps(e).HEAPF32[p >> 2] ?? 0;
    const y = heaps(e).HEAPF32[(p >> 2) + 1] ?? 0;
    const point: Point = [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
    const move = e.FPDFPathSegment_GetType(segment) === 2;
    if (move || subpaths.length === 0) subpaths.push([point]);
    else subpaths.at(-1)?.push(point);
    const first = subpaths.at(-1)?.[0];
    if (e.FPDFPathSegment_GetClose(segment) && first) subpaths.at(-1)?.push(first);
  }
  return subpaths;
}

const sides = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((point, i) => [points[i] ?? point, point]);

/** A thin upright shape as the line along its middle; slanted ones and dots are none. */
function line(b: Box): Rule[] {
  const width = b.x1 - b.x0;
  const height = b.y1 - b.y0;
  if (Math.min(width, height) > THIN || Math.max(width, height) < SHORT) return [];
  if (width >= height) {
    const y = (b.y0 + b.y1) / 2;
    return [{ x0: b.x0, x1: b.x1, y0: y, y1: y }];
  }
  const x = (b.x0 + b.x1) / 2;
  return [{ x0: x, x1: x, y0: b.y0, y1: b.y1 }];
}

function bounds(points: readonly Point[]): Box {
  const xs = points.map((q) => q[0]);
  const ys = points.map((q) => q[1]);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function matrixOf(e: Engine, object: number, p: number): Matrix {
  if (!e.FPDFPageObj_GetMatrix(object, p)) return IDENTITY;
  const at = p >> 2;
  const f = (i: number): number => heaps(e).HEAPF32[at + i] ?? 0;
  return [f(0), f(1), f(2), f(3), f(4), f(5)];
}

/** First `a`, then `b`. */
const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];
