import type { Box, Quarter } from './geometry.js';

/** Brings a box of the page's own space (origin at the bottom left) upright: origin at the top left as a person reads it. */
export type Turn = (box: Box) => Box;

/**
 * @param page of the page's own space, in points
 * @param quarters quarter turns counter-clockwise in which most text of the page is printed: 1 where a landscape table was drawn on an
 * upright page so that it reads upwards
 */
export function turnFor(page: Box, quarters: Quarter): Turn {
  const point = POINTS[quarters](page);
  return (box) => {
    const [ax, ay] = point(box.x0, box.y0);
    const [bx, by] = point(box.x1, box.y1);
    return {
      x0: Math.min(ax, bx),
      y0: Math.min(ay, by),
      x1: Math.max(ax, bx),
      y1: Math.max(ay, by),
    };
  };
}

type PointTurn = (x: number, y: number) => [number, number];

const POINTS: Readonly<Record<Quarter, (page: Box) => PointTurn>> = {
  0: (p) => (x, y) => [x - p.x0, p.y1 - y],
  1: (p) => (x, y) => [y - p.y0, x - p.x0],
  2: (p) => (x, y) => [p.x1 - x, y - p.y0],
  3: (p) => (x, y) => [p.y1 - y, p.x1 - x],
};
