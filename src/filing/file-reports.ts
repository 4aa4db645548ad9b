import { DatabaseError } from '../entities/database-error.js';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import { fileBatch } from './file-batch.js';
import type { BatchOptions } from './file-batch.js';
import { foldSums } from './kept/fold-sums.js';
import type { FilingOutcome, Refused, ReportInput } from './report-input.js';

/** Reports of one transaction: large enough that statements cost little, small enough that others need not wait. */
const BATCH = 500;

/** From so many on they are folded into the totals at once, for those who read next. */
const MANY = 100;

/** Bytes of documents of one transaction. */
const BATCH_BYTES = 16_000_000;

/**
 * Files a report in one transaction: its document, its rows, its findings, and the flags of older revisions. Filing the
 * same content twice changes nothing.
 * @throws DatabaseError
 */
export const fileReport = async (
  database: Database,
  input: ReportInput,
): Promise<FilingOutcome> => {
  const [outcome] = await inTransaction(database, [input], {});
  if (!outcome) throw new Error('a report was neither filed nor refused');
  return outcome;
};

export interface ManyOptions extends BatchOptions {
  /** False where the caller folds what changed into the totals itself. */
  fold?: boolean;
}

/**
 * Files many reports, some hundred in a transaction. A report that the database refuses is refused alone; outcomes stand in
 * the order of the inputs. Reports of the same key become revisions in that order.
 * @throws DatabaseError where the database is not available; what was filed until then stays filed
 */
export const fileReports = async (
  database: Database,
  inputs: readonly ReportInput[],
  { fold = true, ...options }: ManyOptions = {},
): Promise<FilingOutcome[]> => {
  const outcomes: FilingOutcome[] = [];
  for (const batch of batchesOf(inputs)) {
    outcomes.push(...(await fileOrPart(database, batch, options)));
  }
  if (fold && inputs.length >= MANY) await foldSums(database);
  return outcomes;
};

function* batchesOf(inputs: readonly ReportInput[]): Generator<ReportInput[]> {
  let batch: ReportInput[] = [];
  let bytes = 0;
  for (const input of inputs) {
    batch.push(input);
    bytes += input.source?.bytes.byteLength ?? 0;
    if (batch.length < BATCH && bytes < BATCH_BYTES) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

const inTransaction = (
  database: Database,
  inputs: readonly ReportInput[],
  options: BatchOptions,
): Promise<FilingOutcome[]> =>
  database.transaction((manager) => fileBatch(manager, inputs, options), {
    timeoutMs: limits.long,
    onePlan: true,
  });

/** A batch that fails for one of its reports is filed in halves, until that one is alone. */
const fileOrPart = async (
  database: Database,
  inputs: readonly ReportInput[],
  options: BatchOptions,
): Promise<FilingOutcome[]> => {
  try {
    return await inTransaction(database, inputs, options);
  } catch (error) {
    if (!isOfOneReport(error)) throw error;
    if (inputs.length === 1) return [refusalOf(error)];
    const half = Math.ceil(inputs.length / 2);
    return [
      ...(await fileOrPart(database, inputs.slice(0, half), options)),
      ...(await fileOrPart(database, inputs.slice(half), options)),
    ];
  }
};

/** True for a fault that lies in the report, not in the database. */
export const isOfOneReport = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError &&
  (error.code === 'BAD_USER_INPUT' || error.code === 'DATABASE_ERROR');

export const refusalOf = (error: DatabaseError): Refused => ({
  kind: 'REFUSED',
  code: error.code === 'BAD_USER_INPUT' ? 'TEXT_UNSTORABLE' : error.code,
  message: error.message,
});
