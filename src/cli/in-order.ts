/**
 * Maps a sequence with several mappings under way at once and gives the results in the order of the sequence. Items are drawn only
 * `ahead` of the one that is given, so memory stays flat.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  ahead: number,
  map: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    const result = map(item);
    // It is awaited later; until then a rejection is not unhandled.
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= ahead) {
      const first = underWay.shift();
      if (first) yield await first;
    }
  }
  for (const result of underWay) yield await result;
}

/** One sequence after the other. */
export async function* concat<T, R>(
  items: readonly T[],
  each: (item: T) => AsyncIterable<R>,
): AsyncGenerator<R> {
  for (const item of items) yield* each(item);
}

/** What comes behind the first `count` of a sequence. */
export async function* behind<T>(items: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let n = 0;
  for await (const item of items) if (n++ >= count) yield item;
}
