import type { Database } from '../entities/database.js';

/** Anything that runs a statement: a transaction, or `queriesOf` a database. */
export interface Queries {
  query<T>(sql: string, params?: unknown[]): Promise<T>;
}

/** Each statement for itself. */
export const queriesOf = (database: Database): Queries => ({
  query: <T>(sql: string, params?: unknown[]) => database.query(sql, params) as Promise<T>,
});
