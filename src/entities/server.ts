import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { destroyConnection, GuardedClient } from './guarded-client.js';
import type { Guard } from './guarded-client.js';
import { limits } from './limits.js';
import { typesOfColumns } from './types-of-columns.js';

const guard: Guard = {
  limitMs: limits.read + limits.grace,
  cut: (client, error) => destroyConnection(client, error),
};

/** The data source of a PostgreSQL server, with a limit for everything that can hang. */
export const serverDataSource = (url: string, poolSize: number): DataSource =>
  createDataSource({
    url,
    poolSize,
    connectTimeoutMS: limits.connect,
    extra: {
      Client: GuardedClient,
      guard,
      types: typesOfColumns,
      statement_timeout: limits.read,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idleInTransaction,
      options: '-c jit=off',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      idleTimeoutMillis: 30_000,
    },
  });
