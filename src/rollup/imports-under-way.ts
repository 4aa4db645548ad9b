import type { Database } from '../entities/database.js';

/** Imports that were begun and are not through, with the documents or lines that are done with. */
export const importsUnderWay = (db: Database): Promise<{ id: string; done: number }[]> =>
  db.query<{ id: string; done: number }>(
    `SELECT substring(key FROM 8) AS id, (value ->> 'line')::int AS done
FROM setting WHERE starts_with(key, 'import.') ORDER BY key`,
  );
