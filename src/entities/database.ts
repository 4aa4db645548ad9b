import type pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { databaseErrorOf, isStatementError } from './database-error.js';
import { discard } from './guarded-client.js';
import type { GuardedClient } from './guarded-client.js';
import { limits } from './limits.js';
import { migrate } from './migrate.js';
import { openEmbedded } from './pglite/embedded.js';
import { prepared, type Prepared } from './prepared.js';
import { retrying } from './retry.js';
import { serverDataSource } from './server.js';

export interface DatabaseConfig {
  /** Null: the embedded engine in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** Connections to a server; 10 by default. */
  poolSize?: number;
}

export interface CallOptions {
  /** Limit of each statement in ms; by default 5,000, on the embedded engine 10,000; `limits.long` for imports. */
  timeoutMs?: number;
}

export interface TransactionOptions extends CallOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
  /**
   * True where the same statements run for single rows again and again: a prepared one is planned once, for all values
   * and by index whatever the tables' size is at that time.
   */
  onePlan?: boolean;
}

/**
 * Opens the database: takes the lock and starts the engine of an embedded one, connects to a server. A server that
 * cannot be reached is no error here: every call tries anew and fails with DATABASE_UNAVAILABLE until it is back.
 * @throws DatabaseError DATABASE_LOCKED where another process holds the embedded database; the message names its pid.
 */
export const openDatabase = async (config: DatabaseConfig): Promise<Database> => {
  if (config.databaseUrl === null) {
    const { dataSource, restart, close } = await openEmbedded(config.dataDir);
    return new Database(dataSource, true, close, restart);
  }
  const dataSource = serverDataSource(config.databaseUrl, config.poolSize ?? 10);
  const database = new Database(dataSource, false, () => Promise.resolve());
  await database.ping().catch(() => undefined);
  return database;
};

/** The one way to the database: every call has its limits, every fault comes as a DatabaseError. */
export class Database {
  #connecting: Promise<unknown> | null = null;

  constructor(
    readonly dataSource: DataSource,
    readonly embedded: boolean,
    private readonly closeEngine: () => Promise<void>,
    private readonly restartEngine: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /**
   * One statement of its own; its rows (also of `update … returning`). bigint and numeric arrive as text, a date as
   * ISO text, a timestamp as Date.
   */
  async query<T>(sql: string, params: unknown[] = [], options: CallOptions = {}): Promise<T[]> {
    const timeoutMs = options.timeoutMs ?? this.#readLimit;
    if (timeoutMs !== limits.read && !this.embedded) {
      return this.#attempt(options, (runner) => rowsOf<T>(runner, sql, params));
    }
    return this.#withRunner(timeoutMs, (runner) => rowsOf<T>(runner, sql, params));
  }

  /**
   * One statement that connections plan once, straight to the driver: for the texts that are asked again and again.
   * Rows as of `query`; the time limit is that of readers.
   */
  prepared<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return this.run<T>(prepared(sql), params);
  }

  /** The same of a statement that was named before: long texts are not compared again. */
  async run<T>(statement: Prepared, params: unknown[] = []): Promise<T[]> {
    if (!this.dataSource.isInitialized) await this.#connect();
    const pool = (this.dataSource.driver as unknown as { master: pg.Pool }).master;
    const client = (await pool.connect().catch(fail)) as unknown as GuardedClient & pg.PoolClient;
    client.limitMs = this.#readLimit + limits.grace;
    try {
      const { name, text } = statement;
      return (await client.query<T & object>({ name, text, values: params })).rows;
    } catch (error) {
      const fault = databaseErrorOf(error);
      if (client.lost || fault.endsConnection) discard(client, fault);
      throw fault;
    } finally {
      client.resetLimit();
      client.release(client.isFullWith(statement.name) || client.lost);
    }
  }

  /**
   * A transaction: commits when `fn` returns, rolls back when it throws. Runs `fn` anew, at most three times, after a
   * serialization failure or a deadlock, so `fn` must change nothing but the database. `manager.query` answers an
   * UPDATE or DELETE with `[rows, count]`. On the embedded engine `fn` must use its manager alone: there is one connection.
   */
  transaction<T>(
    fn: (manager: EntityManager) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    return retrying(() => this.#attempt(options, (runner) => fn(runner.manager)));
  }

  /** @throws DatabaseError within about two seconds where the database does not answer. */
  async ping(): Promise<void> {
    await this.#withRunner(limits.ping, (runner) => rowsOf(runner, 'select 1', []));
  }

  /** Brings the schema up to date; see `migrate`. */
  migrate(): Promise<void> {
    return this.#withRunner(limits.migration, (runner) => migrate(this.dataSource, runner));
  }

  /** Gives back the memory that an embedded engine took for much work; to be called while nobody uses it. */
  restart(): Promise<void> {
    return this.restartEngine();
  }

  /** Gives back all connections, at most two seconds long, and ends the embedded engine. */
  async close(): Promise<void> {
    if (this.dataSource.isInitialized) {
      await Promise.race([this.dataSource.destroy(), delay(limits.connect)]).catch(() => undefined);
    }
    await this.closeEngine();
  }

  get #readLimit(): number {
    return this.embedded ? limits.readEmbedded : limits.read;
  }

  async #attempt<T>(
    { timeoutMs = this.#readLimit, isolation, onePlan = false }: TransactionOptions,
    work: (runner: QueryRunner) => Promise<T>,
  ): Promise<T> {
    return this.#withRunner(this.#readLimit, async (runner, client) => {
      try {
        await runner.startTransaction(isolation);
        const settings = [
          ...(this.embedded || timeoutMs === limits.read ? [] : limitsOf(timeoutMs)),
          ...(onePlan ? ONE_PLAN : []),
        ];
        if (settings.length > 0) await runner.query(settings.join('; '));
        client.limitMs = timeoutMs + limits.grace;
        const result = await work(runner);
        await runner.commitTransaction();
        return result;
      } catch (error) {
        await rollBack(runner, client);
        throw error;
      }
    });
  }

  async #withRunner<T>(
    limitMs: number,
    work: (runner: QueryRunner, client: GuardedClient) => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    const runner = await this.#runner();
    const client = (await runner.connect().catch(fail)) as GuardedClient;
    client.limitMs = Math.max(limitMs + limits.grace - (performance.now() - started), limits.grace);
    try {
      return await work(runner, client);
    } catch (error) {
      if (!isStatementError(error) && !client.lost) throw error;
      const fault = databaseErrorOf(error);
      if (client.lost || fault.endsConnection) discard(client, fault);
      throw fault;
    } finally {
      client.resetLimit();
      await runner.release();
    }
  }

  async #runner(): Promise<QueryRunner> {
    await this.#connect();
    return this.dataSource.createQueryRunner();
  }

  async #connect(): Promise<void> {
    if (this.dataSource.isInitialized) return;
    this.#connecting ??= this.dataSource.initialize().finally(() => (this.#connecting = null));
    await this.#connecting.catch(fail);
  }
}

const fail = (error: unknown): never => {
  throw databaseErrorOf(error);
};

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms).unref());

const rowsOf = async <T>(runner: QueryRunner, sql: string, params: unknown[]): Promise<T[]> =>
  ((await runner.query(sql, params, true)).records as T[] | undefined) ?? [];

/** Who may take long may also wait longer for others who do, and think longer between two statements. */
const limitsOf = (timeoutMs: number): string[] => [
  `set local statement_timeout = ${Math.ceil(timeoutMs)}`,
  `set local lock_timeout = ${timeoutMs > limits.read ? limits.lockLong : limits.lock}`,
  `set local idle_in_transaction_session_timeout = ${Math.ceil(Math.max(timeoutMs, limits.idleInTransaction))}`,
];

const ONE_PLAN = [
  'set local plan_cache_mode = force_generic_plan',
  'set local enable_seqscan = off',
];

/** A connection that cannot roll back is of no further use. */
const rollBack = async (runner: QueryRunner, client: GuardedClient): Promise<void> => {
  if (client.lost || !runner.isTransactionActive) return;
  await runner.rollbackTransaction().catch((error: unknown) => {
    discard(client, databaseErrorOf(error));
  });
};

/** Fresh statistics for the planner, after many rows came in; the embedded engine never makes them by itself. */
export const analyze = async (database: Database): Promise<void> => {
  await database.query('analyze', [], { timeoutMs: limits.long });
};
