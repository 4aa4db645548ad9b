import 'reflect-metadata';
import { BackupError } from '../entities/backup/backup-error.js';
import { restoreBackup } from '../entities/backup/restore-backup.js';
import { writeBackup } from '../entities/backup/write-backup.js';
import { analyze, openDatabase, type Database } from '../entities/database.js';
import { refused } from '../filing/report-input.js';
import type { Language } from '../format/form.js';
import { readConfig } from '../server/config.js';
import { backupTold, restoreTold } from './backup-words.js';
import { tellRefusal } from './tell-refusal.js';

export const runBackup = (file: string, language: Language): Promise<void> =>
  withSchema(async (database) => {
    console.log(backupTold(await writeBackup(database, file))[language]);
  });

/** @returns false where nothing was restored */
export const runRestore = (file: string, language: Language): Promise<boolean> =>
  withSchema(async (database) => {
    try {
      const told = await restoreBackup(database, file);
      await analyze(database);
      console.log(restoreTold(told)[language]);
      return true;
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      return tellRefusal(refused(error.code, error.message));
    }
  });

/** The database with its tables and nothing in them that was not there. */
async function withSchema<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir, databasePoolSize: poolSize } = readConfig(process.env);
  const database = await openDatabase({ databaseUrl, dataDir, poolSize });
  try {
    await database.migrate();
    return await use(database);
  } finally {
    await database.close();
  }
}
