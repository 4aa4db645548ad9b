import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Database } from '../entities/database.js';
import { importLines } from '../filing/parsed/import-lines.js';
import type { LinesImport } from '../filing/parsed/import-lines.js';
import { placeOf } from '../filing/parsed/import-place.js';
import { refused } from '../filing/report-input.js';
import type { Language } from '../format/form.js';
import { IngestError } from '../ingest/ingest-error.js';
import { findOrCreateAgencies } from '../registry/find-or-create-agency.js';
import { importWords as words } from './import-words.js';
import { Progress } from './progress.js';
import { readLines } from './read-lines.js';
import type { Tally } from './tell-outcomes.js';

/** True for a file of parsed reports, one a line. */
export const holdsLines = (path: string): boolean => /\.ndjson$/i.test(path);

/** Imports a file of parsed reports; goes on where an import of the same file was cut short. */
export async function importLinesOf(
  database: Database,
  path: string,
  options: Pick<LinesImport, 'status' | 'createAgencies'>,
  tally: Tally,
  language: Language,
): Promise<void> {
  const progress = new Progress(0);
  try {
    const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
    const name = JSON.stringify([resolve(path), size, mtimeMs, options]);
    const from = await placeOf(database, name);
    if (from) {
      process.stderr.write(`${words.resumed(path, from.line)[language]}\n`);
      progress.step(from.line);
    }
    await importLines(database, { findOrCreateAgencies }, readLines(path, from ?? undefined), {
      ...options,
      name,
      onDone: (outcomes, { line, offset }) => {
        for (const { line: number, outcome } of outcomes) {
          tally.add({ file: `${path}:${number}`, outcome });
        }
        progress.expect(Math.round((line / offset) * size));
        progress.step(outcomes.length);
      },
    });
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    tally.add({ file: path, outcome: refused(error.code, error.message) });
  } finally {
    progress.end();
  }
}
