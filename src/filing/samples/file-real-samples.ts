import { readFile } from 'node:fs/promises';
import type { Database } from '../../entities/database.js';
import { ingest } from '../../ingest/ingest.js';
import { packagePath } from '../../registry/data-file.js';
import { findOrCreateAgency } from '../../registry/find-or-create-agency.js';
import type { ManifestEntry } from '../document-of.js';
import { importDocument } from '../import-document.js';
import { parseManifest } from '../manifest.js';

/** The real reports that ship with the program, and what their manifest says of them. */

const FOLDER = ['samples', 'reports'] as const;

/**
 * Files them in the order of the manifest and answers the ids of the agencies it had to create.
 * @throws Error where a shipped file is missing or refused
 */
export const fileRealSamples = async (database: Database): Promise<string[]> => {
  const created: string[] = [];
  for (const [file, entry] of await manifest()) {
    const bytes = await readFile(packagePath(...FOLDER, file));
    const outcome = await importDocument(database, { findOrCreateAgency }, bytes, file, entry, {
      read: ingest,
      status: 'PUBLISHED',
      createAgencies: true,
      sample: true,
    });
    if (outcome.kind === 'REFUSED') throw new Error(`${file}: ${outcome.message}`);
    if (outcome.agencyCreated) created.push(outcome.agencyId);
  }
  return created;
};

const manifest = async (): Promise<Map<string, Partial<ManifestEntry>>> =>
  parseManifest(await readFile(packagePath(...FOLDER, 'manifest.csv'), 'utf8'));
