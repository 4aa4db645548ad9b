import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import { lockAgencies } from './file-batch.js';
import { recheck, reportsAfter } from './recheck.js';
import type { ReportKey } from './report-input.js';

/**
 * Withdraws a revision: it leaves lists and totals, and the newest revision still published takes its place. It stays
 * stored, and the same document filed again does not bring it back. False where there is no such report or it is
 * withdrawn already.
 * @throws DatabaseError
 */
export const withdraw = (database: Database, reportId: string): Promise<boolean> =>
  database.transaction(
    async (manager) => {
      const [key] = await manager.query<ReportKey[]>(
        `select agency_id as "agencyId", year, scope from report where id = $1`,
        [reportId],
      );
      if (!key) return false;
      await lockAgencies(manager, [key.agencyId]);
      const [withdrawn] = await manager.query<[unknown[], number]>(
        `update report set status = 'WITHDRAWN', is_current = false, status_changed_at = now()
         where id = $1 and status <> 'WITHDRAWN' returning id`,
        [reportId],
      );
      if (withdrawn.length === 0) return false;
      await manager.query(NEXT_IN_LINE, [key.agencyId, key.year, key.scope]);
      await recheck(manager, await reportsAfter(manager, [key]));
      return true;
    },
    { timeoutMs: limits.long },
  );

const NEXT_IN_LINE = `
  update report set is_current = true
  where id = (
    select id from report
    where agency_id = $1 and year = $2 and scope = $3 and status = 'PUBLISHED'
    order by revision desc limit 1
  ) and not exists (
    select from report where agency_id = $1 and year = $2 and scope = $3 and is_current
  )`;
