import type { EntityManager } from 'typeorm';
import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { lockAgencies } from '../file-batch.js';
import { keepSums } from '../kept/keep-sums.js';
import { SAMPLE_AGENCIES } from './load-samples.js';

/**
 * Takes the sample data away in one transaction: its reports with their documents, and the agencies that it brought and
 * that have no other report. They do not come back at the next start. Regions are reference data and stay.
 * @returns how many reports and agencies were removed
 */
export const removeSamples = (database: Database): Promise<{ reports: number; agencies: number }> =>
  database.transaction(
    async (manager) => {
      await leaveTotals(manager);
      const [, reports] = await manager.query<[unknown, number]>('delete from report where sample');
      await manager.query(
        `delete from source_document d
         where not exists (select from report r where r.source_document_id = d.id)`,
      );
      const [, agencies] = await manager.query<[unknown, number]>(
        `delete from agency a
         where a.id in (select jsonb_array_elements_text(value)::bigint from setting where key = $1)
           and not exists (select from report r where r.agency_id = a.id)`,
        [SAMPLE_AGENCIES],
      );
      await manager.query('delete from setting where key = $1', [SAMPLE_AGENCIES]);
      await manager.query(
        `insert into setting (key, value) values ('samples', '"removed"')
         on conflict (key) do update set value = excluded.value`,
      );
      return { reports, agencies };
    },
    { timeoutMs: limits.long },
  );

const leaveTotals = async (manager: EntityManager): Promise<void> => {
  const lines = await manager.query<{ id: string; agencyId: string; isCurrent: boolean }[]>(
    `select id, agency_id as "agencyId", is_current as "isCurrent" from report where sample`,
  );
  await lockAgencies(
    manager,
    lines.map(({ agencyId }) => agencyId),
  );
  await keepSums(manager, {
    removed: lines.flatMap(({ id, isCurrent }) => (isCurrent ? [id] : [])),
  });
};
