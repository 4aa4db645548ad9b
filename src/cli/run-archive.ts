import { ArchiveError, verifyArchive } from '../export/archive/verify-archive.js';
import { writeArchive } from '../export/archive/write-archive.js';
import { refused } from '../filing/report-input.js';
import type { Language } from '../format/form.js';
import { globalId } from '../schema/global-id.js';
import { archiveTold } from './archive-words.js';
import { tellRefusal } from './tell-refusal.js';
import { withDatabase } from './with-database.js';

export const runArchive = (year: number, zip: string, language: Language): Promise<void> =>
  withDatabase(async (database) => {
    const manifest = await writeArchive(database, year, zip, (id) => globalId('Report', id));
    console.log(archiveTold(manifest)[language]);
  });

/** @returns false where it does not hold what it says */
export async function runArchiveVerify(zip: string, language: Language): Promise<boolean> {
  try {
    console.log(archiveTold(await verifyArchive(zip))[language]);
    return true;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return tellRefusal(refused('ARCHIVE_DIFFERS', error.message));
  }
}
