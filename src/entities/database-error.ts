import { QueryFailedError } from 'typeorm';

/** Codes of the API's error table that the database can cause. */
export type DatabaseErrorCode =
  | 'DATABASE_UNAVAILABLE'
  | 'OVERLOADED'
  | 'READ_ONLY'
  | 'QUERY_TIMEOUT'
  | 'CONFLICT'
  | 'BAD_USER_INPUT'
  | 'DATABASE_LOCKED'
  | 'SCHEMA_NEWER'
  | 'DATABASE_ERROR';

interface Kind {
  /** HTTP status of an answer that fails for it alone. */
  status: number;
  /** Seconds for the header Retry-After; null where a retry does not help. */
  retryAfter: number | null;
  message: string;
}

const kinds: Readonly<Record<DatabaseErrorCode, Kind>> = {
  DATABASE_UNAVAILABLE: { status: 503, retryAfter: 1, message: 'the database is not available' },
  OVERLOADED: { status: 503, retryAfter: 1, message: 'the database is busy' },
  READ_ONLY: { status: 503, retryAfter: 5, message: 'the database is read-only at present' },
  QUERY_TIMEOUT: { status: 504, retryAfter: null, message: 'the query took too long' },
  CONFLICT: { status: 409, retryAfter: null, message: 'another change came in between' },
  BAD_USER_INPUT: {
    status: 400,
    retryAfter: null,
    message: 'a text holds a character that cannot be stored',
  },
  DATABASE_LOCKED: { status: 503, retryAfter: null, message: 'another process uses the database' },
  SCHEMA_NEWER: {
    status: 503,
    retryAfter: null,
    message: 'the database belongs to a newer version',
  },
  DATABASE_ERROR: { status: 500, retryAfter: null, message: 'the database refused the statement' },
};

/** A fault of the database. The message may be shown to anyone; `cause` holds what the driver said, for the log. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly status: number;
  readonly retryAfter: number | null;

  constructor(
    readonly code: DatabaseErrorCode,
    /** SQLSTATE, where the server gave one. */
    readonly sqlState: string | null = null,
    options: { cause?: unknown; message?: string } = {},
  ) {
    super(options.message ?? kinds[code].message, { cause: options.cause });
    this.status = kinds[code].status;
    this.retryAfter = kinds[code].retryAfter;
  }

  /** The connection on which it came is of no further use. */
  get endsConnection(): boolean {
    return /^(08|57P|58|25P)/.test(this.sqlState ?? '');
  }
}

/** A statement outlived its limit and its connection was cut. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';

  constructor() {
    super('statement exceeded its time limit');
  }
}

const bySqlState: readonly (readonly [RegExp, DatabaseErrorCode])[] = [
  [/^(57014)$/, 'QUERY_TIMEOUT'],
  [/^(25006)$/, 'READ_ONLY'],
  [/^(55P03|53300)$/, 'OVERLOADED'],
  [/^(40001|40P01|23505)$/, 'CONFLICT'],
  [/^(22021|22P05)$/, 'BAD_USER_INPUT'],
  // 42P01: the tables are not there yet, the migrations are still to come.
  [/^(08...|53...|57P0.|58...|25P0[34]|28...|3D000|42P01|XX000)$/, 'DATABASE_UNAVAILABLE'],
];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** Not `EPIPE` and other codes of the operating system that are five characters long. */
const SQLSTATE = /^(?:[0-5][0-9A-Z]|F0|HV|P0|XX)[0-9A-Z]{3}$/;

const sqlStateOf = (error: unknown): string | null => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && SQLSTATE.test(code) ? code : null;
};

const codeOf = (error: unknown, sqlState: string | null): DatabaseErrorCode => {
  if (error instanceof DeadlineError) return 'QUERY_TIMEOUT';
  if (sqlState)
    return bySqlState.find(([pattern]) => pattern.test(sqlState))?.[1] ?? 'DATABASE_ERROR';
  if (messageOf(error).startsWith('timeout exceeded when trying to connect')) return 'OVERLOADED';
  return 'DATABASE_UNAVAILABLE';
};

/** The fault behind an error of the driver: of a failed statement or of a connection that could not be had. */
export const databaseErrorOf = (error: unknown): DatabaseError => {
  if (error instanceof DatabaseError) return error;
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  const sqlState = sqlStateOf(cause);
  return new DatabaseError(codeOf(cause, sqlState), sqlState, { cause: error });
};

/** True for what the driver throws from a statement; other errors are those of the caller's own code. */
export const isStatementError = (error: unknown): boolean =>
  error instanceof QueryFailedError || error instanceof DeadlineError || sqlStateOf(error) !== null;
