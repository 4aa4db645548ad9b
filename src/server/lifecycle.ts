import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.js';

/** Milliseconds that balancers have to notice /readyz before the listener closes. */
const NOTICE = 500;

/** Milliseconds kept of the time to drain for closing the database. */
const CLOSING = 2_000;

interface Stoppable {
  readonly app: FastifyInstance;
  readonly readiness: Readiness;
  readonly drainSeconds: number;
  /** Closes what the server was given, e.g. the database. */
  readonly closeRest: () => Promise<void>;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Stops in order: not ready, no new connections, requests under way end, the rest closes. What still
 * runs after `drainSeconds` is cut off. Resolves when all is closed.
 */
export async function stopServer(parts: Stoppable): Promise<void> {
  const { app, readiness, drainSeconds, closeRest } = parts;
  readiness.draining();
  const patience = Math.max(NOTICE, drainSeconds * 1_000 - CLOSING);
  const cut = setTimeout(() => app.server.closeAllConnections(), patience);
  await wait(NOTICE);
  await app.close();
  clearTimeout(cut);
  await closeRest();
}

/**
 * Ties the process to the server: SIGTERM and SIGINT stop it in order and exit 0, a second signal or a
 * drain that hangs exits 1. A rejection nobody handled is logged; after an exception nobody caught the
 * state is unknown, so the process ends with 1 for its supervisor to start it anew.
 */
export function superviseProcess(parts: Stoppable): void {
  const { log } = parts.app;
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), (parts.drainSeconds + 2) * 1_000).unref();
    stopServer(parts).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    process.exit(1);
  });
}
