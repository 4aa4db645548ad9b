import type { Box } from './geometry.js';

/** Brings a box of the page's own space (origin at the bottom left) upright: origin at the top left as a person reads it. */
export type Turn = (box: Box) => Box;

/**
 * @param width of the page's own space, in points
 * @param height likewise
 * @param quarters quarter turns counter-clockwise in which most text of the page is printed: 1 where a landscape table was drawn on an
 * upright page
 */
export function turnFor(width: number, height: number, quarters: 0 | 1 | 2 | 3): Turn {
  const point = POINTS[quarters](width, height);
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

const POINTS: Readonly<Record<0 | 1 | 2 | 3, (width: number, height: number) => PointTurn>> = {
  0: (_, height) => (x, y) => [x, height - y],
  1: () => (x, y) => [y, x],
  2: (width) => (x, y) => [width - x, y],
  3: (width, height) => (x, y) => [height - y, width - x],
};
