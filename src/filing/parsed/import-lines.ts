import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { documentOf } from '../document-of.js';
import type { KnownDocument } from '../document-of.js';
import { isOfOneReport, refusalOf } from '../file-reports.js';
import type { ImportOutcome } from '../import-document.js';
import { FoldingNowAndThen } from '../kept/fold-now-and-then.js';
import { refused } from '../report-input.js';
import { importBatch } from './import-batch.js';
import type { AgenciesRegistry, BatchImport } from './import-batch.js';
import { forgetPlace, rememberPlace } from './import-place.js';
import type { Place } from './import-place.js';
import { LineError } from './line-values.js';
import { parsedLine } from './parsed-report.js';

/** A line of a file of parsed reports. */
export interface ReportLine {
  /** From 1. */
  number: number;
  text: string;
  /** Bytes of the file up to the end of the line. */
  end: number;
}

export interface LineOutcome {
  line: number;
  outcome: ImportOutcome;
}

export interface LinesImport extends BatchImport {
  /** Names the file and how it is imported, so that an import that was cut short goes on. */
  name: string;
  /** Reports of one transaction; 500 by default. */
  batch?: number;
  onDone: (outcomes: readonly LineOutcome[], upTo: Place) => void;
}

const BATCH = 500;

/** Lines that are read before others get their turn. */
const TURN = 20;

/**
 * Imports parsed reports, some hundred in a transaction, which also notes how far it came. A line that is no report, or
 * that the database refuses, is refused alone.
 * @throws DatabaseError where the database is not available; what was imported until then stays
 */
export const importLines = async (
  database: Database,
  registry: AgenciesRegistry,
  lines: AsyncIterable<ReportLine>,
  options: LinesImport,
): Promise<void> => {
  const folding = new FoldingNowAndThen(database);
  let writing = Promise.resolve();
  const write = async (batch: readonly Readied[]): Promise<void> => {
    const last = batch.at(-1);
    if (!last) return;
    const place = { line: last.line, offset: last.end };
    const outcomes = await importReadied(database, registry, batch, options, place);
    await folding.after(batch.length);
    options.onDone(outcomes, place);
  };
  let batch: Readied[] = [];
  for await (const line of lines) {
    batch.push(readied(line));
    if (batch.length % TURN === 0) await setImmediate();
    if (batch.length < (options.batch ?? BATCH)) continue;
    await writing;
    writing = write(batch);
    writing.catch(() => undefined);
    batch = [];
  }
  await writing;
  await write(batch);
  await forgetPlace(database, options.name);
};

interface Readied {
  line: number;
  end: number;
  given: KnownDocument | ImportOutcome;
}

const readied = ({ number, text, end }: ReportLine): Readied => ({
  ...{ line: number, end },
  given: givenIn(text),
});

const givenIn = (text: string): Readied['given'] => {
  try {
    const parsed = parsedLine(text);
    if ('error' in parsed) return refused(parsed.error.code, parsed.error.message);
    return documentOf(parsed.form, {});
  } catch (error) {
    if (error instanceof LineError) return refused('LINE_INVALID', error.message);
    throw error;
  }
};

const importReadied = async (
  database: Database,
  registry: AgenciesRegistry,
  batch: readonly Readied[],
  options: LinesImport,
  place: Place,
): Promise<LineOutcome[]> => {
  const documents = batch.flatMap(({ given }) => ('form' in given ? [given] : []));
  const imported = await importOrPart(database, registry, documents, options, place);
  const outcomeOf = new Map(documents.map((document, i) => [document, imported[i]]));
  return batch.map(({ line, given }) => {
    const outcome = 'form' in given ? outcomeOf.get(given) : given;
    return { line, outcome: outcome ?? refused('AGENCY_UNKNOWN', '') };
  });
};

/** A batch that fails for one of its reports is imported in halves, until that one is alone. */
const importOrPart = async (
  database: Database,
  registry: AgenciesRegistry,
  documents: readonly KnownDocument[],
  options: LinesImport,
  place: Place | null,
): Promise<ImportOutcome[]> => {
  try {
    return await database.transaction(
      async (manager) => {
        const outcomes = await importBatch(manager, registry, documents, options);
        if (place) await rememberPlace(manager, options.name, place);
        return outcomes;
      },
      { timeoutMs: limits.long, onePlan: true },
    );
  } catch (error) {
    if (!isOfOneReport(error)) throw error;
    if (documents.length <= 1) return documents.map(() => refusalOf(error));
    const half = Math.ceil(documents.length / 2);
    const parts = [documents.slice(0, half), documents.slice(half)] as const;
    return [
      ...(await importOrPart(database, registry, parts[0], options, null)),
      ...(await importOrPart(database, registry, parts[1], options, place)),
    ];
  }
};
