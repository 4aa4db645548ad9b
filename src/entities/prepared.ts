import { createHash } from 'node:crypto';
import { QueryFailedError } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { GuardedClient } from './guarded-client.js';

/**
 * A statement that each connection parses and plans once: for texts that are long or run often. Its parameters go in as
 * values, so one text has one plan.
 */
export interface Prepared {
  name: string;
  text: string;
}

const known = new Map<string, Prepared>();

/** Texts beyond so many are named anew: a text per shape of a question is meant, not one per value. */
const MOST = 2_000;

/** The statement of a text, named by its hash. */
export const prepared = (text: string): Prepared => {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= MOST) known.clear();
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  const statement = { name, text };
  known.set(text, statement);
  return statement;
};

/** Runs it on the connection of a transaction. @throws QueryFailedError */
export const runPrepared = async <T>(
  manager: EntityManager,
  statement: Prepared,
  values: unknown[],
): Promise<T[]> => {
  const { queryRunner } = manager;
  if (!queryRunner) throw new Error('a prepared statement runs within a transaction');
  const client = (await queryRunner.connect()) as GuardedClient;
  try {
    const { rows } = await client.query<T & object>({ ...statement, values });
    return rows;
  } catch (error) {
    throw new QueryFailedError(statement.text, values, error as Error);
  }
};
