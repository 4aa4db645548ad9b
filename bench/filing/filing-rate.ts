import type { Database } from '../../src/entities/database.js';
import { fileReport } from '../../src/filing/file-reports.js';
import { foldSums } from '../../src/filing/kept/fold-sums.js';
import { verifySums, type WrongSum } from '../../src/filing/kept/verify-sums.js';
import type { ReportInput } from '../../src/filing/report-input.js';
import { CheckedYears } from '../../src/filing/synth/check-years.js';
import { nationalPlan } from '../../src/filing/synth/national-plan.js';
import { registerAgencies } from '../../src/filing/synth/register-agencies.js';
import { rosterOf } from '../../src/filing/synth/roster.js';
import { synthesize } from '../../src/filing/synth/synthesize.js';
import { referencePlaceNames } from '../../src/registry/place-names-of-reference.js';

const WRITERS = 8;
const YEARS = { firstYear: 2015, lastYear: 2024 };

interface FilingRate {
  reports: number;
  seconds: number;
  aSecond: number;
  /** As PostgreSQL counted them. */
  deadlocks: number;
  /** A figure of the kept totals that is not the recount's. */
  wrong: WrongSum | null;
}

/** Reports of one province, each filed in a transaction of its own by one of eight writers. */
export const filingRate = async (database: Database, reports: number): Promise<FilingRate> => {
  const queues = await queuesOf(database, reports);
  const started = performance.now();
  await Promise.all(queues.map((queue) => fileAll(database, queue)));
  const seconds = (performance.now() - started) / 1_000;
  await foldSums(database);
  const [line] = await database.query<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  return {
    ...{ reports, seconds, aSecond: Math.round(reports / seconds) },
    ...{ deadlocks: line?.deadlocks ?? 0, wrong: await verifySums(database) },
  };
};

const fileAll = async (database: Database, queue: readonly ReportInput[]): Promise<void> => {
  for (const input of queue) await fileReport(database, input);
};

/** Judged already; an agency's years are filed by one writer in their order. */
const queuesOf = async (database: Database, reports: number): Promise<ReportInput[][]> => {
  const names = referencePlaceNames();
  const province = names.tree.find('410000');
  if (!province) throw new Error('the province is missing from data/');
  const wanted = Math.ceil(reports / (YEARS.lastYear - YEARS.firstYear + 1));
  const agencies = [...rosterOf(names, province, nationalPlan)].slice(0, wanted);
  const { ids } = await registerAgencies(database, agencies);
  const checked = new CheckedYears(false);
  const queues = Array.from({ length: WRITERS }, (): ReportInput[] => []);
  let left = reports;
  for (const report of synthesize({ seed: 'filing', agencies, ...YEARS })) {
    if (left-- === 0) break;
    const writer = agencies.indexOf(report.agency) % WRITERS;
    queues[writer]?.push(checked.inputOf(report, ids.get(report.agency) ?? ''));
  }
  return queues;
};
