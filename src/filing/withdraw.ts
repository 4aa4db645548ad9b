import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import { lockAgencies } from './file-batch.js';
import { keepSums } from './kept/keep-sums.js';
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
      const [withdrawn] = await manager.query<{ wasCurrent: boolean }[]>(WITHDRAW, [reportId]);
      if (!withdrawn) return false;
      const [next] = await manager.query<[{ id: string }[], number]>(NEXT_IN_LINE, [
        key.agencyId,
        key.year,
        key.scope,
      ]);
      await keepSums(manager, {
        of: [key],
        removed: withdrawn.wasCurrent ? [reportId] : [],
        added: next.map(({ id }) => id),
      });
      await recheck(manager, await reportsAfter(manager, [key]));
      return true;
    },
    { timeoutMs: limits.long, onePlan: true },
  );

const WITHDRAW = `
  with before as (
    select id, is_current from report where id = $1 and status <> 'WITHDRAWN' for no key update
  ), changed as (
    update report set status = 'WITHDRAWN', is_current = false, status_changed_at = now()
    from before where report.id = before.id
  )
  select is_current as "wasCurrent" from before`;

const NEXT_IN_LINE = `
  update report set is_current = true
  where id = (
    select id from report
    where agency_id = $1 and year = $2 and scope = $3 and status = 'PUBLISHED'
    order by revision desc limit 1
  ) and not exists (
    select from report where agency_id = $1 and year = $2 and scope = $3 and is_current
  )
  returning id`;
