import type { FastifyBaseLogger } from 'fastify';
import type { Readiness } from './readiness.js';

/** Milliseconds between two attempts while the database is away. */
const PAUSE = 1_000;

/** One thing to be done to the database before it is asked anything; doing it again must do no harm. */
export interface PreparationStep {
  /** Completes "the database is not ready: …", e.g. "the migrations run". */
  readonly saying: string;
  readonly run: () => Promise<unknown>;
}

interface Preparation {
  readonly steps: readonly PreparationStep[];
  readonly readiness: Readiness;
  /** Tells a fault that passes by itself (the server is away) from one that needs a person. */
  readonly passes: (error: unknown) => boolean;
  readonly log: FastifyBaseLogger;
  /** Called once, the first time the database turns out to be away. */
  readonly onAway: () => void;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Runs the steps in order and waits for the database as long as it is away. Rejects where a step fails
 * for good. /readyz tells meanwhile what is being done.
 */
export async function prepareDatabase(parts: Preparation): Promise<void> {
  const { steps, readiness, passes, log, onAway } = parts;
  let away = false;
  for (const step of steps) {
    for (;;) {
      readiness.preparing(away ? 'the database does not answer' : step.saying);
      try {
        await step.run();
        away = false;
        break;
      } catch (error) {
        if (!passes(error)) throw error;
        if (!away) log.warn({ err: error }, 'the database is away, waiting for it');
        away = true;
        onAway();
        await wait(PAUSE);
      }
    }
  }
}
