import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../entities/database.js';
import { referencePlaceNames } from '../../registry/place-names-of-reference.js';
import { fileReports } from '../file-reports.js';
import { foldSums } from '../kept/fold-sums.js';
import { FoldingNowAndThen } from '../kept/fold-now-and-then.js';
import type { ReportInput } from '../report-input.js';
import { CheckedYears } from './check-years.js';
import type { SynthReport } from './make-report.js';
import { nationalReports, type NationalOptions } from './national.js';
import { registerAgencies } from './register-agencies.js';

/** Marks a database of synthetic reports, with what they were made from. */
const SETTING = 'synthetic';

/** Reports that are registered and filed together, give or take those of one agency. */
const TOGETHER = 1_000;

/**
 * Files synthetic reports of the national shape; goes on where it was cut short, for filing the same again changes
 * nothing.
 * @param onFiled is told how many more were filed
 * @throws Error where the database holds reports that are not synthetic, or synthetic ones of another kind
 */
export const fileNational = async (
  database: Database,
  options: NationalOptions,
  onFiled: (reports: number) => void,
): Promise<void> => {
  await demandSynthetic(database, options);
  const folding = new FoldingNowAndThen(database);
  let filing = Promise.resolve();
  for (const reports of together(nationalReports(referencePlaceNames(), options))) {
    const inputs = await checkedInputs(database, reports);
    await filing;
    filing = fileReports(database, inputs, { recheck: false, fold: false })
      .then(() => folding.after(reports.length))
      .then(() => onFiled(reports.length));
    filing.catch(() => undefined);
  }
  await filing;
  await foldSums(database);
};

/** Reports that are checked before the one that is being written gets its turn. */
const TURN = 10;

const checkedInputs = async (
  database: Database,
  reports: readonly SynthReport[],
): Promise<ReportInput[]> => {
  const { ids } = await registerAgencies(database, [...new Set(reports.map((r) => r.agency))]);
  const checked = new CheckedYears(false);
  const inputs: ReportInput[] = [];
  for (const report of reports) {
    inputs.push(checked.inputOf(report, ids.get(report.agency) ?? ''));
    if (inputs.length % TURN === 0) await setImmediate();
  }
  return inputs;
};

/** Whole agencies: their years are held against each other. */
function* together(reports: Iterable<SynthReport>): Generator<SynthReport[]> {
  let batch: SynthReport[] = [];
  for (const report of reports) {
    if (batch.length >= TOGETHER && report.agency !== batch.at(-1)?.agency) {
      yield batch;
      batch = [];
    }
    batch.push(report);
  }
  if (batch.length > 0) yield batch;
}

const demandSynthetic = async (database: Database, { seed }: NationalOptions): Promise<void> => {
  const [line] = await database.query<{ known: unknown; reports: boolean }>(
    `select (select value from setting where key = $1) as known, exists (select from report) as reports`,
    [SETTING],
  );
  if (line?.reports === true && line.known !== seed) {
    throw new Error(
      'the database holds reports that were not made with this seed; synthetic ones need a database of their own',
    );
  }
  await database.query(
    `insert into setting (key, value) values ($1, $2::jsonb)
     on conflict (key) do update set value = excluded.value`,
    [SETTING, JSON.stringify(seed)],
  );
};
