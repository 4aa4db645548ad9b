import type { EntityManager } from 'typeorm';
import { CsvError } from '../../registry/csv-table.js';
import { findOrCreateAgencies } from '../../registry/find-or-create-agency.js';
import type { AgencyLine } from './agency-lines.js';

/**
 * Writes whom the agencies of a list came from. Predecessors have to be known, from the list itself or before.
 * @throws CsvError with the faulty lines
 */
export const writeLineage = async (
  manager: EntityManager,
  lines: readonly AgencyLine[],
  ids: readonly string[],
): Promise<void> => {
  const claims = lines.flatMap((line, i) =>
    line.predecessors.map((name) => ({ ...line, name, successor: ids[i] ?? '' })),
  );
  if (claims.length === 0) return;
  const clues = claims.map(({ name, region }) => ({
    ...{ name, unifiedSocialCreditCode: null, regionHint: region, url: null },
  }));
  const found = await findOrCreateAgencies(manager, clues, { create: false });
  const problems = claims.flatMap(({ line, name, successor }, i) => {
    const id = found[i]?.agencyId ?? null;
    if (id === null) return [`line ${line}: the predecessor ${name} is not known`];
    return id === successor ? [`line ${line}: ${name} cannot come from itself`] : [];
  });
  if (problems.length > 0) throw new CsvError(problems);
  await manager.query(
    `insert into agency_lineage (predecessor_id, successor_id, kind, effective_on)
     select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::date[])
     on conflict (predecessor_id, successor_id) do update
     set kind = excluded.kind, effective_on = excluded.effective_on`,
    [
      found.map(({ agencyId }) => agencyId),
      claims.map(({ successor }) => successor),
      claims.map(({ lineage }) => lineage),
      claims.map(({ effectiveOn }) => effectiveOn),
    ],
  );
};
