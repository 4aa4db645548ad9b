import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { databaseErrorOf } from '../database-error.js';
import { GuardedClient } from '../guarded-client.js';
import type { Guard } from '../guarded-client.js';
import { limits } from '../limits.js';
import { typesOfColumns } from '../types-of-columns.js';
import { Engine } from './engine.js';
import { takeLock } from './lock-file.js';
import { makeDirectory } from './make-directory.js';

interface Embedded {
  dataSource: DataSource;
  /** Ends the engine, which starts anew with the next statement. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Opens the embedded database of a data directory: `lock` beside `database/`. It has one connection, keeps committed
 * rows when the process is killed, and does not promise them when the power fails.
 */
export const openEmbedded = async (dataDir: string): Promise<Embedded> => {
  const directory = resolve(dataDir);
  await mkdir(directory, { recursive: true });
  const unlock = await takeLock(join(directory, 'lock'));
  const engine = new Engine(join(directory, 'database'));
  const close = async (): Promise<void> => {
    await engine.close();
    await unlock();
  };
  const dataSource = dataSourceOf(engine);
  try {
    await makeDirectory(join(directory, 'database'));
    await engine.start();
    await dataSource.initialize();
  } catch (error) {
    await close();
    throw databaseErrorOf(error);
  }
  return { dataSource, restart: () => engine.restart(), close };
};

const dataSourceOf = (engine: Engine): DataSource => {
  const guard: Guard = {
    limitMs: limits.readEmbedded + limits.grace,
    // The engine neither knows statement_timeout nor can a query be cancelled: only its thread can be ended.
    cut: (_client, error) => engine.abort(error),
  };
  return createDataSource({
    username: 'postgres',
    password: 'postgres',
    poolSize: 1,
    connectTimeoutMS: limits.connectEmbedded,
    extra: {
      Client: GuardedClient,
      guard,
      types: typesOfColumns,
      stream: () => engine.stream(),
      idleTimeoutMillis: 0,
    },
  });
};
