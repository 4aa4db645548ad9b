import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database.js';
import { limits } from '../limits.js';
import { copiedTables, rowsAsJson, schemaVersion, spellAlike } from './tables.js';

/** What a table held: rows, and the SHA-256 of their texts in the order of the key. */
export interface Fingerprint {
  rows: number;
  sha256: string;
}

export type Fingerprints = Readonly<Record<string, Fingerprint>>;

export const BACKUP = { format: 'nianbao-backup', version: 1 } as const;

/**
 * Writes all tables of a database as of one moment into a file: a head, each table's name and its rows as JSON, a line
 * each, and at the end what every table held. A file that could not be finished is not left behind. Its owner alone may
 * read it: it holds what is not published, and the hashes of passwords.
 * @throws DatabaseError
 */
export async function writeBackup(database: Database, path: string): Promise<Fingerprints> {
  const unfinished = `${path}.part`;
  try {
    await rm(unfinished, { force: true });
    const fingerprints = await database.transaction(
      async (manager) => {
        const told: Record<string, Fingerprint> = {};
        const lines = Readable.from(backupLines(manager, told));
        await pipeline(
          lines,
          createGzip({ level: 6 }),
          createWriteStream(unfinished, { mode: 0o600 }),
        );
        return told;
      },
      { isolation: 'REPEATABLE READ', timeoutMs: limits.long },
    );
    await rename(unfinished, path);
    return fingerprints;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function* backupLines(
  manager: EntityManager,
  told: Record<string, Fingerprint>,
): AsyncGenerator<string> {
  await spellAlike(manager);
  yield `H ${JSON.stringify({ ...BACKUP, schema: await schemaVersion(manager) })}\n`;
  for (const table of await copiedTables(manager)) {
    yield `T ${table.name}\n`;
    const hash = createHash('sha256');
    let count = 0;
    for await (const rows of rowsAsJson(manager, table)) {
      for (const row of rows) {
        hash.update(row).update('\n');
        yield `R ${row}\n`;
      }
      count += rows.length;
    }
    told[table.name] = { rows: count, sha256: hash.digest('hex') };
  }
  yield `E ${JSON.stringify(told)}\n`;
}

/** What the tables of a database hold now. */
export const fingerprintsOf = (database: Database): Promise<Fingerprints> =>
  database.transaction(fingerprintsWithin, {
    isolation: 'REPEATABLE READ',
    timeoutMs: limits.long,
  });

export async function fingerprintsWithin(manager: EntityManager): Promise<Fingerprints> {
  const told: Record<string, Fingerprint> = {};
  const lines = backupLines(manager, told);
  while (!(await lines.next()).done);
  return told;
}
