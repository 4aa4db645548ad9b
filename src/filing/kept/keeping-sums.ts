import type { EntityManager } from 'typeorm';
import type { ReportKey } from '../report-input.js';
import { keepSums } from './keep-sums.js';

/**
 * Runs a change of the reports of these agencies, years and scopes: what stands there goes out of the totals before, and
 * what stands there then comes in after. Their agencies have to be locked.
 */
export const keepingSums = async <T>(
  manager: EntityManager,
  keys: readonly ReportKey[],
  change: () => Promise<T>,
): Promise<T> => {
  await keepSums(manager, { removed: await standing(manager, keys), of: keys });
  const result = await change();
  await keepSums(manager, { added: await standing(manager, keys), of: keys });
  return result;
};

/** Ids of the reports that count in the totals. */
const standing = async (manager: EntityManager, keys: readonly ReportKey[]): Promise<string[]> => {
  const lines = await manager.query<{ id: string }[]>(
    `select id from report
     where is_current and (agency_id, year, scope) in (
       select * from unnest($1::bigint[], $2::smallint[], $3::text[]))`,
    [keys.map((k) => k.agencyId), keys.map((k) => k.year), keys.map((k) => k.scope)],
  );
  return lines.map(({ id }) => id);
};
