import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from './database-error.js';

const ATTEMPTS = 3;

/** Serialization failure and deadlock: the whole transaction may run again. */
const isTransient = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.sqlState === '40001' || error.sqlState === '40P01');

/**
 * Runs a whole transaction, at most three times where the server asks to repeat it, after a pause of 10 to 50 ms that
 * grows with the attempts.
 */
export const retrying = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let n = 1; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      if (n === ATTEMPTS || !isTransient(error)) throw error;
      await sleep(n * (10 + Math.random() * 40));
    }
  }
};
