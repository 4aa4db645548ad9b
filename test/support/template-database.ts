import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../src/entities/database.js';

/** Runs statements that no transaction may hold, each alone, on a connection of its own. */
export const administer = async (url: string, ...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

export const inDatabase = (url: string, name: string): string => {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
};

export const nameOf = (url: string): string => new URL(url).pathname.slice(1);

export const uniqueName = (): string => `nianbao_test_${randomBytes(6).toString('hex')}`;

/** A migrated database on the server of `url`, from which others are copied in a tenth of a second. */
export const createTemplate = async (
  url: string,
): Promise<{ place: string; drop: () => Promise<void> }> => {
  const name = uniqueName();
  await administer(url, `create database ${name}`);
  const template = inDatabase(url, name);
  const database = await openDatabase({ databaseUrl: template, dataDir: '' });
  await database.migrate();
  await database.close();
  return {
    place: template,
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  };
};

/** A migrated data directory of the embedded engine, closed, to be copied: making one takes some seconds. */
export const createEmbeddedTemplate = async (): Promise<{
  place: string;
  drop: () => Promise<void>;
}> => {
  const place = await mkdtemp(join(tmpdir(), 'nianbao-embedded-template-'));
  const database = await openDatabase({ databaseUrl: null, dataDir: place });
  await database.migrate();
  await database.close();
  return { place, drop: () => rm(place, { recursive: true, force: true }) };
};
