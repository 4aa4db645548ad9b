import type { FastifyBaseLogger } from 'fastify';

/** Milliseconds between two looks at what has changed in the totals. */
const PAUSE = 2_000;

/**
 * Folds what changed into the kept totals, again and again, until told to stop. Totals are right without it; they only
 * get slower the more is left unfolded. Any number of servers may do so at the same time.
 */
export function keepFolding(
  fold: () => Promise<void>,
  log: FastifyBaseLogger,
): { stop: () => Promise<void> } {
  let underWay: Promise<void> = Promise.resolve();
  let stopped = false;
  const next = (): NodeJS.Timeout =>
    setTimeout(() => {
      underWay = fold()
        .catch((error: unknown) => log.warn({ err: error }, 'the totals could not be folded'))
        .finally(() => {
          if (!stopped) timer = next();
        });
    }, PAUSE).unref();
  let timer = next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
