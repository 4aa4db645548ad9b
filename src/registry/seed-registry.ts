import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import { referenceRegions, referenceSectors } from './reference.js';
import { upsertRegions } from './store-regions.js';

const SETTING = 'registry.reference';

/** Changes with the data and with this number, to be raised when rows are made of the same data differently. */
const LAYOUT = 1;

const versionOf = (data: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([LAYOUT, data]))
    .digest('hex')
    .slice(0, 16);

/**
 * Brings regions and sectors that ship with the program into the database, in one transaction and only where they are
 * missing or of another version. Regions that an import added stay.
 */
export const seedRegistry = async (database: Database): Promise<void> => {
  const tree = referenceRegions();
  const regions = [...tree.regions];
  const sectors = referenceSectors();
  const version = versionOf([regions, sectors]);
  const [known] = await database.query<{ value: unknown }>(
    'select value from setting where key = $1',
    [SETTING],
  );
  if (known?.value === version) return;
  await database.transaction(
    async (manager) => {
      await upsertRegions(manager, regions, tree);
      await writeSuccessors(manager);
      await writeSectors(manager);
      await manager.query(
        `insert into setting (key, value) values ($1, $2::jsonb)
         on conflict (key) do update set value = excluded.value`,
        [SETTING, JSON.stringify(version)],
      );
    },
    { timeoutMs: limits.long },
  );
};

const writeSuccessors = async (manager: EntityManager): Promise<void> => {
  const pairs = [...referenceRegions().regions].flatMap((region) =>
    region.successors.map((successor) => [region.code, successor] as const),
  );
  await manager.query(
    `insert into region_successor (region_code, successor_code)
     select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    [pairs.map(([code]) => code), pairs.map(([, successor]) => successor)],
  );
};

const writeSectors = async (manager: EntityManager): Promise<void> => {
  const sectors = referenceSectors();
  await manager.query(
    `insert into sector (code, ordinal, name_zh, name_en)
     select * from unnest($1::text[], $2::int[], $3::text[], $4::text[])
     on conflict (code) do update
     set ordinal = excluded.ordinal, name_zh = excluded.name_zh, name_en = excluded.name_en`,
    [
      sectors.map((s) => s.code),
      sectors.map((_, i) => i + 1),
      sectors.map((s) => s.zh),
      sectors.map((s) => s.en),
    ],
  );
};
