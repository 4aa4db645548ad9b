import type { EntityManager } from 'typeorm';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';

/** Carries a result out of a transaction that is to leave nothing behind. */
class Rehearsed extends Error {
  constructor(readonly result: unknown) {
    super();
  }
}

/**
 * Does the work in a transaction and keeps it, or does the very same and takes it back, so that what is shown beforehand
 * is what will happen.
 * @param apply whether it is kept, or what decides that from the result
 */
export const applyOrRehearse = async <T>(
  database: Database,
  apply: boolean | ((result: T) => boolean),
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> => {
  try {
    return await database.transaction(
      async (manager) => {
        const result = await work(manager);
        const kept = typeof apply === 'boolean' ? apply : apply(result);
        if (!kept) throw new Rehearsed(result);
        return result;
      },
      { timeoutMs: limits.long },
    );
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as T;
    throw error;
  }
};
