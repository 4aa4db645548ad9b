import { ArchiveError } from '../export/archive/archive-error.js';
import { verifyArchive } from '../export/archive/verify-archive.js';
import { writeArchive, type ArchiveQuestion } from '../export/archive/write-archive.js';
import { refused } from '../filing/report-input.js';
import type { Language } from '../format/form.js';
import { globalId } from '../schema/global-id.js';
import { archiveTold } from './archive-words.js';
import { fullCode } from './run-lists.js';
import { tellRefusal } from './tell-refusal.js';
import { withDatabase } from './with-database.js';

/** @returns false where there is no such region */
export const runArchive = (
  { year, region: asked }: ArchiveQuestion,
  zip: string,
  language: Language,
): Promise<boolean> =>
  withDatabase(async (database) => {
    const region = fullCode(asked);
    if (region !== null) {
      const known = await database.query('select 1 from region where code = $1', [region]);
      if (known.length === 0)
        return tellRefusal(refused('REGION_UNKNOWN', `There is no region ${region}.`));
    }
    const question = { year, region };
    const manifest = await writeArchive(database, question, zip, (id) => globalId('Report', id));
    console.log(archiveTold(manifest)[language]);
    return true;
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
