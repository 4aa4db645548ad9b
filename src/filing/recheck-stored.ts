import type { EntityManager } from 'typeorm';
import type { Database } from '../entities/database.js';
import { lockAgencies } from './file-batch.js';
import { nameReports } from './name-reports.js';
import { recheck } from './recheck.js';
import type { Rechecked } from './recheck.js';
import type { Listed } from './report-batches.js';
import type { ReportDiff } from './report-diff.js';
import { upkeep } from './upkeep.js';
import type { UpkeepEvent, UpkeepOptions } from './upkeep.js';

/** Checks cost little, and a batch holds the forms of as many reports and of the years before them. */
const BATCH = { reports: 100, bytes: Infinity };

/**
 * Runs the rules of this program over stored reports, by default over those that other rules have judged, and tells
 * which findings go and come.
 * @throws DatabaseError
 */
export const recheckStored = (
  database: Database,
  options: UpkeepOptions,
): AsyncGenerator<UpkeepEvent> =>
  upkeep<readonly Listed[]>(
    database,
    {
      act: 'recheck',
      limits: BATCH,
      prepare: (batch) => Promise.resolve(batch),
      carryOut: recheckBatch,
    },
    options,
  );

const recheckBatch = async (
  manager: EntityManager,
  batch: readonly Listed[],
): Promise<UpkeepEvent[]> => {
  await lockAgencies(
    manager,
    batch.map(({ agencyId }) => agencyId),
  );
  const changed = await recheck(
    manager,
    batch.map(({ id }) => id),
  );
  return (await diffsOf(manager, changed)).map((diff) => ({ kind: 'CHANGED', diff }));
};

/** Re-checked reports as changes of their findings alone. */
export const diffsOf = async (
  manager: EntityManager,
  changed: readonly Rechecked[],
): Promise<ReportDiff[]> => {
  const ids = changed.map(({ reportId }) => reportId);
  const names = await nameReports(manager, ids);
  return changed.flatMap(({ reportId, gone, come }) => {
    const report = names.get(reportId);
    if (!report || gone.length + come.length === 0) return [];
    return [{ ...UNCHANGED_FORM, report, gone, come }];
  });
};

const UNCHANGED_FORM: Omit<ReportDiff, 'report' | 'gone' | 'come'> = {
  cells: [],
  figures: [],
  facts: [],
  textChanged: false,
  placesChanged: 0,
  lost: [],
};
