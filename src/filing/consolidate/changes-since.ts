import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { stalenessOf } from './staleness.js';
import type { Staleness } from './staleness.js';

/** What changed since a report was added up; null for one that was not added up here. */
export const changesSince = (database: Database, reportId: string): Promise<Staleness | null> =>
  database.transaction((manager) => stalenessOf(manager, reportId), { timeoutMs: limits.long });
