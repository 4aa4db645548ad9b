import { readFile } from 'node:fs/promises';
import type { Database } from '../../entities/database.js';
import type { ReportScope } from '../../format/report.js';
import { ingest } from '../../ingest/ingest.js';
import { packagePath } from '../../registry/data-file.js';
import { findOrCreateAgency } from '../../registry/find-or-create-agency.js';
import type { ManifestEntry } from '../document-of.js';
import { importDocument } from '../import-document.js';

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

/** Its fields hold no comma and no quotation mark. */
const manifest = async (): Promise<(readonly [file: string, Partial<ManifestEntry>])[]> => {
  const text = await readFile(packagePath(...FOLDER, 'manifest.csv'), 'utf8');
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    const field = (name: string): string | null => values[columns.indexOf(name)] || null;
    const entry = {
      agency: field('agency'),
      year: Number(field('year')),
      scope: field('scope') as ReportScope,
      url: field('url'),
      publishedOn: field('publishedOn'),
    };
    return [field('file') ?? '', entry] as const;
  });
};
