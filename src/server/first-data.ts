import { analyze, type Database } from '../entities/database.js';

const isNew = `
  select not exists (select from setting where key = 'samples')
     and not exists (select from report where not sample) as new`;

const markLoaded = `
  insert into setting (key, value) values ('samples', '"loaded"')
  on conflict (key) do nothing`;

/**
 * Loads the sample data into an embedded database that never had any report, once: after the sample
 * data were removed they do not come back, and a load that was cut short goes on at the next start.
 */
export async function loadFirstData(
  database: Database,
  load: (database: Database) => Promise<unknown>,
): Promise<void> {
  if (!database.embedded) return;
  const [answer] = await database.query<{ new: boolean }>(isNew);
  if (answer?.new !== true) return;
  await load(database);
  // Without statistics the engine joins row by row: a total over all agencies then takes ten times as long.
  await analyze(database);
  await database.query(markLoaded);
  await database.restart();
}
