import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeParsed } from '../../src/cli/write-parsed.js';
import { readLines } from '../../src/cli/read-lines.js';
import type { Database } from '../../src/entities/database.js';
import { foldSums } from '../../src/filing/kept/fold-sums.js';
import { verifySums, type WrongSum } from '../../src/filing/kept/verify-sums.js';
import { importLines } from '../../src/filing/parsed/import-lines.js';
import { findOrCreateAgencies } from '../../src/registry/find-or-create-agency.js';

interface ImportRate {
  reports: number;
  seconds: number;
  /** Until all totals are folded. */
  aSecond: number;
  unfoldedASecond: number;
  wrong: WrongSum | null;
}

/** Reports as `nianbao parse` prints them, from a file: agencies found, checks run, findings and sums kept. */
export const importRate = async (database: Database, reports: number): Promise<ImportRate> => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const path = join(folder, 'reports.ndjson');
    await writeParsed(path, { seed: 'import', reports }, () => undefined);
    const started = performance.now();
    let refused = 0;
    await importLines(database, { findOrCreateAgencies }, readLines(path), {
      ...{ status: 'PUBLISHED', createAgencies: true, name: path },
      onDone: (done) =>
        (refused += done.filter(({ outcome }) => outcome.kind === 'REFUSED').length),
    });
    const stored = (performance.now() - started) / 1_000;
    await foldSums(database);
    const seconds = (performance.now() - started) / 1_000;
    if (refused > 0) throw new Error(`${refused} reports were refused`);
    return {
      ...{ reports, seconds, aSecond: Math.round(reports / seconds) },
      unfoldedASecond: Math.round(reports / stored),
      wrong: await verifySums(database),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
