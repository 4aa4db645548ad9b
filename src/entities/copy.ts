import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { QueryFailedError } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { GuardedClient } from './guarded-client.js';

/** Rows by COPY: the fastest way into a server; the embedded engine does not speak it. */

const clientOf = async ({ queryRunner }: EntityManager): Promise<GuardedClient> => {
  if (!queryRunner) throw new Error('rows are copied within a transaction');
  return (await queryRunner.connect()) as GuardedClient;
};

/** True on a connection to a server. */
export const canCopy = async (manager: EntityManager): Promise<boolean> =>
  (await clientOf(manager)).onServer;

/** Characters that are sent at once, about. */
const CHUNK = 64_000;

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** What a column takes as text; values of jsonb and arrays are given as text already. */
export type CopyValue = string | number | boolean | null | undefined;

const field = (value: CopyValue): string => {
  if (value === null || value === undefined) return '\\N';
  const text = String(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign] ?? '') : text;
};

function* chunksOf(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(field).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/**
 * Copies rows into a table, within a transaction. Values as text or numbers, in the order of the columns; the names are
 * the program's own, never a user's.
 * @throws QueryFailedError
 */
export const copyRows = async (
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> => {
  const client = await clientOf(manager);
  const sql = `copy ${table} (${columns.map((name) => `"${name}"`).join(', ')}) from stdin`;
  try {
    await pipeline(Readable.from(chunksOf(rows)), client.query(copyFrom(sql)));
  } catch (error) {
    throw new QueryFailedError(sql, [], error as Error);
  }
};
