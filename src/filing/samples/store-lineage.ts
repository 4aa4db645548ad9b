import type { Database } from '../../entities/database.js';
import { exampleLineages } from './example-lineage.js';

/** Records which agencies of 示例省 came from which, by the names under which they were registered. */
export const storeLineage = async (
  database: Database,
  idOf: (agency: string) => string,
): Promise<void> => {
  const lines = exampleLineages.flatMap(({ successor, kind, effectiveOn, predecessors }) =>
    predecessors.map((predecessor) => ({ successor, kind, effectiveOn, predecessor })),
  );
  await database.query(
    `insert into agency_lineage (predecessor_id, successor_id, effective_on, kind)
     select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::text[])
     on conflict (predecessor_id, successor_id) do nothing`,
    [
      lines.map(({ predecessor }) => idOf(predecessor)),
      lines.map(({ successor }) => idOf(successor)),
      lines.map(({ effectiveOn }) => effectiveOn),
      lines.map(({ kind }) => kind),
    ],
  );
};
