import type { EntityManager } from 'typeorm';

/** The region's own government, under which its consolidated reports are filed. */
export const GOVERNMENT_OF = (region: string): string => `
  select a.id, a.name from agency a join region g on g.code = a.region_code
  where g.code = ${region} and a.kind in ('GOVERNMENT', 'DISPATCHED_ORGAN')
    and coalesce(a.level, g.level) = g.level and a.consolidates_into = g.code
  order by a.kind <> 'GOVERNMENT', a.level is null, a.id limit 1`;

/** Null where it is not known. */
export const governmentOf = async (
  manager: EntityManager,
  region: string,
): Promise<{ id: string; name: string } | null> => {
  const [line] = await manager.query<{ id: string; name: string }[]>(GOVERNMENT_OF('$1'), [region]);
  return line ?? null;
};
