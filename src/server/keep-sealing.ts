import type { FastifyBaseLogger } from 'fastify';

/** Milliseconds between two looks for entries that are not sealed. */
const PAUSE = 5_000;

/** Seals new entries of the audit log, again and again, until told to stop. Any number of servers may do so. */
export function keepSealing(
  seal: () => Promise<number>,
  log: FastifyBaseLogger,
): { stop: () => Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    underWay = underWay.then(seal).catch((error: unknown) => {
      log.warn({ err: error }, 'the audit log could not be sealed');
    });
  }, PAUSE).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
