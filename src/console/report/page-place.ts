/** A box on a page of a PDF, in points from its upper left corner. */
export interface PagePlace {
  readonly page: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Reads `page 3 box 72,101,120,115`; null where a place is of another kind. */
export function placeOnPage(locator: string): PagePlace | null {
  const found = /^page (\d+) box (-?\d+),(-?\d+),(-?\d+),(-?\d+)$/.exec(locator);
  if (!found) return null;
  const [page = 0, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = found.slice(1).map(Number);
  return { page, x0, y0, x1, y1 };
}
