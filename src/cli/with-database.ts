import 'reflect-metadata';
import { openDatabase, type Database } from '../entities/database.js';
import { foldSums } from '../filing/kept/fold-sums.js';
import { ensureSums } from '../filing/kept/rebuild-sums.js';
import { seedRegistry } from '../registry/seed-registry.js';
import { readConfig } from '../server/config.js';

/** Runs `use` with the database of the configuration (DATABASE_URL, else DATA_DIR), migrated and with its reference data. */
export async function withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir, databasePoolSize: poolSize } = readConfig(process.env);
  const database = await openDatabase({ databaseUrl, dataDir, poolSize });
  try {
    await database.migrate();
    await seedRegistry(database);
    await ensureSums(database);
    const result = await use(database);
    await foldSums(database);
    return result;
  } finally {
    await database.close();
  }
}
