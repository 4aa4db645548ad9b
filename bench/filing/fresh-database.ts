import { openDatabase, type Database } from '../../src/entities/database.js';
import { ensureSums } from '../../src/filing/kept/rebuild-sums.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { administer, inDatabase, uniqueName } from '../../test/support/template-database.js';

/** Runs `use` with a database that holds the schema and the registry alone. */
export const withFreshDatabase = async <T>(
  url: string,
  use: (database: Database) => Promise<T>,
): Promise<T> => {
  const name = uniqueName();
  await administer(url, `create database ${name}`);
  const databaseUrl = inDatabase(url, name);
  const database = await openDatabase({ databaseUrl, dataDir: '', poolSize: 10 });
  try {
    await database.migrate();
    await seedRegistry(database);
    await ensureSums(database);
    return await use(database);
  } finally {
    await database.close();
    await administer(url, `drop database ${name} with (force)`);
  }
};
