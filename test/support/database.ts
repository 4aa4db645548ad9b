import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openDatabase } from '../../src/entities/database.js';
import type { Database } from '../../src/entities/database.js';
import { startPostgres } from './postgres-server.js';
import { administer, inDatabase, nameOf, uniqueName } from './template-database.js';

export interface TestDatabase {
  database: Database;
  /** Null on the embedded engine. */
  url: string | null;
  dataDir: string;
  /** Closes and removes it. */
  drop: () => Promise<void>;
}

const templateOf = async (engine: 'server' | 'embedded'): Promise<string> => {
  const response = await fetch(`${inject('databaseBroker')}/${engine}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
};

/** The address of a fresh database on the run's PostgreSQL, with the schema (or empty), and how to remove it. */
export const createTestUrl = async (
  { empty }: { empty: boolean } = { empty: false },
): Promise<{ url: string; drop: () => Promise<void> }> => {
  const template = await templateOf('server');
  const maintenance = inDatabase(template, 'postgres');
  const name = uniqueName();
  const copy = empty ? '' : ` template ${nameOf(template)}`;
  await administer(maintenance, `create database ${name}${copy}`);
  return {
    url: inDatabase(template, name),
    drop: () => administer(maintenance, `drop database if exists ${name} with (force)`),
  };
};

/** A fresh, migrated database on the run's PostgreSQL, in about a tenth of a second. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const { url, drop } = await createTestUrl();
  const database = await openDatabase({ databaseUrl: url, dataDir: '' });
  return {
    database,
    url,
    dataDir: '',
    drop: async () => {
      await database.close();
      await drop();
    },
  };
};

/** A migrated database on a PostgreSQL of its own, where nobody else commits, in some seconds. */
export const createLonelyDatabase = async (): Promise<TestDatabase> => {
  const server = await startPostgres();
  await administer(server.url, 'alter system set autovacuum = off', 'select pg_reload_conf()');
  const database = await openDatabase({ databaseUrl: server.url, dataDir: '' });
  await database.migrate();
  return {
    database,
    url: server.url,
    dataDir: '',
    drop: async () => {
      await database.close();
      await server.stop();
    },
  };
};

/** A fresh, migrated database on the embedded engine, in about a second. */
export const createEmbeddedDatabase = async (): Promise<TestDatabase> => {
  const template = await templateOf('embedded');
  const dataDir = await mkdtemp(join(tmpdir(), 'nianbao-embedded-'));
  await cp(template, dataDir, { recursive: true });
  const database = await openDatabase({ databaseUrl: null, dataDir });
  return {
    database,
    url: null,
    dataDir,
    drop: async () => {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
