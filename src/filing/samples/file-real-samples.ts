import { readFile } from 'node:fs/promises';
import { runChecks } from '../../checks/run.js';
import type { Database } from '../../entities/database.js';
import type { ReportScope } from '../../format/report.js';
import { ingest } from '../../ingest/ingest.js';
import { packagePath } from '../../registry/data-file.js';
import { findOrCreateAgency } from '../../registry/find-or-create-agency.js';
import { checkContext } from '../check-context.js';
import { sha256 } from '../content-key.js';
import { fileReport } from '../file-reports.js';

/** The real reports that ship with the program, and what their manifest says of them. */

interface ManifestLine {
  file: string;
  agency: string;
  year: number;
  scope: ReportScope;
  url: string | null;
  publishedOn: string | null;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  html: 'text/html',
  pdf: 'application/pdf',
};

/** Files them in the order of the manifest and answers the ids of the agencies it had to create. */
export const fileRealSamples = async (database: Database): Promise<string[]> => {
  const created: string[] = [];
  for (const line of await manifest()) {
    const agency = await fileOne(database, line);
    if (agency !== null) created.push(agency);
  }
  return created;
};

const manifest = async (): Promise<ManifestLine[]> => {
  const text = await readFile(packagePath('samples', 'reports', 'manifest.csv'), 'utf8');
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => {
    const [file = '', agency = '', year = '', scope = '', url = '', publishedOn = ''] = line
      .trim()
      .split(',');
    return {
      file,
      agency,
      year: Number(year),
      scope: scope as ReportScope,
      url: url || null,
      publishedOn: publishedOn || null,
    };
  });
};

/** The id of the agency, where it was created. */
const fileOne = async (database: Database, line: ManifestLine): Promise<string | null> => {
  const { file, agency, year, scope, url } = line;
  const bytes = await readFile(packagePath('samples', 'reports', file));
  const form = await ingest(bytes, file);
  const { unifiedSocialCreditCode } = form;
  const clues = { name: agency, unifiedSocialCreditCode, regionHint: null, url };
  const found = await database.transaction((manager) =>
    findOrCreateAgency(manager, clues, { create: true }),
  );
  const { agencyId } = found;
  if (agencyId === null) throw new Error(`the sample agency ${agency} was not created`);
  const publishedOn = line.publishedOn ?? form.publishedOn;
  const known = await checkContext(database, agencyId, year, scope);
  const { findings, results } = runChecks(
    { ...form, agency, year, scope },
    { ...known.context, publishedOn },
  );
  await fileReport(database, {
    form,
    findings,
    results,
    filingFindings: found.finding ? [found.finding] : [],
    agencyId,
    year,
    scope,
    status: 'PUBLISHED',
    source: {
      fileName: file,
      mediaType: MEDIA_TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      bytes,
      sha256: sha256(bytes),
      url,
    },
    publishedOn,
    sample: true,
    previousReportId: known.previousReportId,
  });
  return found.created ? agencyId : null;
};
