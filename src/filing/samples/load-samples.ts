import type { Database } from '../../entities/database.js';
import { seedRegistry } from '../../registry/seed-registry.js';
import { fileExampleProvince } from './file-example-province.js';
import { fileRealSamples } from './file-real-samples.js';

/** Ids of the agencies that only the sample data brought. */
export const SAMPLE_AGENCIES = 'samples.agencies';

/**
 * Files the sample data, marked as such: the real reports that ship with the program and the fictional 示例省. What is
 * filed already stays as it is, so that a load which was cut short goes on.
 * @throws DatabaseError
 */
export const loadSamples = async (database: Database): Promise<void> => {
  await seedRegistry(database);
  for (const file of [fileRealSamples, fileExampleProvince]) {
    await remember(database, await file(database));
  }
};

const remember = async (database: Database, agencyIds: readonly string[]): Promise<void> => {
  if (agencyIds.length === 0) return;
  await database.query(
    `insert into setting (key, value) values ($1, $2::jsonb)
     on conflict (key) do update set value = setting.value || excluded.value`,
    [SAMPLE_AGENCIES, JSON.stringify(agencyIds)],
  );
};
