import type { Engine } from './engine.js';
import { heaps } from './engine.js';

export type Matrix = readonly [number, number, number, number, number, number];
export type Point = readonly [number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const MAX_SEGMENTS = 20_000;
const MOVE = 2;
const CURVE = 1;

/** The matrix of a page object. @param p 24 bytes of the engine's memory */
export function matrixOf(e: Engine, object: number, p: number): Matrix {
  if (!e.FPDFPageObj_GetMatrix(object, p)) return IDENTITY;
  const at = p >> 2;
  const f = (i: number): number => heaps(e).HEAPF32[at + i] ?? 0;
  return [f(0), f(1), f(2), f(3), f(4), f(5)];
}

/** First `a`, then `b`. */
export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

/** The corners of each piece of a path, closed ones back to their first; pieces with curves are left out. */
export function readSubpaths(e: Engine, path: number, m: Matrix, p: number): Point[][] {
  const subpaths: { points: Point[]; curved: boolean }[] = [];
  const count = Math.min(e.FPDFPath_CountSegments(path), MAX_SEGMENTS);
  for (let i = 0; i < count; i++) {
    const segment = e.FPDFPath_GetPathSegment(path, i);
    e.FPDFPathSegment_GetPoint(segment, p, p + 4);
    const x = heaps(e).HEAPF32[p >> 2] ?? 0;
    const y = heaps(e).HEAPF32[(p >> 2) + 1] ?? 0;
    const point: Point = [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
    const type = e.FPDFPathSegment_GetType(segment);
    const last = subpaths.at(-1);
    if (type === MOVE || !last) subpaths.push({ points: [point], curved: false });
    else {
      last.points.push(point);
      if (type === CURVE) last.curved = true;
    }
    const open = subpaths.at(-1);
    const first = open?.points[0];
    if (e.FPDFPathSegment_GetClose(segment) && first) open.points.push(first);
  }
  return subpaths.filter((s) => !s.curved && s.points.length > 1).map((s) => s.points);
}
