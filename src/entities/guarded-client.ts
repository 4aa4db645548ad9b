import pg from 'pg';
import { DeadlineError } from './database-error.js';

export interface Guard {
  /** Limit of a statement in ms, as long as nobody sets another on the client. */
  limitMs: number;
  /** Called when a statement outlived its limit; has to end the client's connection with the error. */
  cut: (client: GuardedClient, error: DeadlineError) => void;
}

/** The server keeps each with its plan, some 100 kB, as long as the connection lasts; questions differ without end. */
const MOST_STATEMENTS = 300;

type Callback = (...results: unknown[]) => void;

/**
 * A client whose statements end in time whatever the server does: a frozen server, a black hole in the network or an
 * engine without statement_timeout cannot hold a caller. Cutting ends the connection, the pool then opens another.
 */
export class GuardedClient extends pg.Client {
  limitMs: number;
  /** True once the connection has failed. */
  lost = false;
  /** False where the other end is the embedded engine. */
  readonly onServer: boolean;
  readonly #guard: Guard;
  readonly #statements = new Set<string>();

  constructor(config: pg.ClientConfig & { guard: Guard }) {
    super(config);
    this.#guard = config.guard;
    this.onServer = config.stream === undefined;
    this.limitMs = config.guard.limitMs;
    this.on('error', () => (this.lost = true));
    this.on('end', () => (this.lost = true));
    const send = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => this.#guarded(send, args)) as typeof this.query;
  }

  /** Notes that it has a prepared statement; true when it has so many that another connection should take its place. */
  isFullWith(statement: string): boolean {
    this.#statements.add(statement);
    return this.#statements.size > MOST_STATEMENTS;
  }

  resetLimit(): void {
    this.limitMs = this.#guard.limitMs;
  }

  #guarded(send: (...args: unknown[]) => unknown, args: unknown[]): unknown {
    const timer = setTimeout(() => {
      this.lost = true;
      this.#guard.cut(this, new DeadlineError());
    }, this.limitMs);
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      args[args.length - 1] = (...results: unknown[]) => {
        clearTimeout(timer);
        (callback as Callback)(...results);
      };
    }
    const result = send(...args);
    if (result instanceof Promise) return result.finally(() => clearTimeout(timer));
    // A stream ends when its reader wants; the server's limit holds for it.
    if (typeof callback !== 'function') clearTimeout(timer);
    return result;
  }
}

/** Ends a connection at once, without asking the server. */
export const destroyConnection = (client: pg.Client, error: Error): void => {
  const { connection } = client as unknown as {
    connection: { stream: { destroy: (error: Error) => void } };
  };
  connection.stream.destroy(error);
};

/** Takes a client that is checked out away from its pool, so that nobody gets it again. */
export const discard = (client: GuardedClient, error: Error): void => {
  client.emit('error', error);
  destroyConnection(client, error);
};
