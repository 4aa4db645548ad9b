import { basename } from 'node:path';
import { enterReport } from '../filing/enter-report.js';
import type { EntryRequest } from '../filing/enter-report.js';
import { EntryFileError, entryTemplate, parseEntryFile } from '../filing/entry-file.js';
import type { EntryFile } from '../filing/entry-file.js';
import { reportScopes } from '../format/report-scopes.js';
import { refused } from '../filing/report-input.js';
import type { Language } from '../format/form.js';
import type { ReportScope } from '../format/report.js';
import { decodeText } from '../ingest/decode.js';
import { ParserPool } from '../ingest/pool.js';
import { findOrCreateAgency } from '../registry/find-or-create-agency.js';
import { correctWords as words } from './correct-words.js';
import { Output } from './output.js';
import { readFileBytes } from './read-file.js';
import { tellRefusal } from './tell-refusal.js';
import { withDatabase } from './with-database.js';

export interface EnterArguments {
  by?: string;
  why?: string;
  agency?: string;
  region?: string;
  year?: number;
  scope?: ReportScope;
  title?: string;
  url?: string;
  publishedOn?: string;
  status: 'PUBLISHED' | 'SUBMITTED';
  rosterOnly?: boolean;
}

/** An empty CSV of the form of a year. */
export async function printTemplate(year: number): Promise<void> {
  await new Output(process.stdout).write(entryTemplate(year).trimEnd());
}

/** @returns true where the report was filed */
export async function runEnter(
  file: string,
  numbers: string,
  options: EnterArguments & { by: string; why: string },
  language: Language,
): Promise<boolean> {
  const bytes = await readFileBytes(file);
  const entry = parseEntryFile(decodeText(await readFileBytes(numbers)).text);
  const request = requestOf(entry, options);
  if (!request) return tellRefusal(refused('YEAR_UNKNOWN', 'Give the year: --year.'));
  const pool = new ParserPool({ size: 1 });
  try {
    return await withDatabase(async (database) => {
      const outcome = await enterReport(
        database,
        { findOrCreateAgency },
        { ...request, bytes, fileName: basename(file) },
        {
          read: (content, name) => pool.read(content, name),
          status: options.status,
          createAgencies: options.rosterOnly !== true,
        },
      );
      if (outcome.kind === 'REFUSED') return tellRefusal(outcome);
      const { ERROR, WARNING, INFO } = outcome.findings;
      const said = outcome.kind === 'UNCHANGED' ? words.unchanged : words.entered;
      await new Output(process.stdout).write(
        `${said[language]}: ${request.report.agency} ${outcome.year} ${outcome.scope} · ERROR ${ERROR}, WARNING ${WARNING}, INFO ${INFO}`,
      );
      return true;
    });
  } finally {
    await pool.close();
  }
}

/** Options win over what the file of numbers says. Null where neither tells the year. */
function requestOf(
  { cells, facts }: EntryFile,
  options: EnterArguments & { by: string; why: string },
): Omit<EntryRequest, 'bytes' | 'fileName'> | null {
  const year = options.year ?? Number(facts['year']);
  if (!Number.isInteger(year)) return null;
  return {
    url: options.url ?? facts['url'] ?? null,
    region: options.region ?? facts['region'] ?? null,
    by: options.by,
    why: options.why,
    report: {
      agency: options.agency ?? facts['agency'] ?? '',
      year,
      scope: options.scope ?? scopeOf(facts['scope']),
      title: options.title ?? facts['title'] ?? null,
      publishedOn: options.publishedOn ?? facts['publishedOn'] ?? null,
      unifiedSocialCreditCode: facts['unifiedSocialCreditCode'] ?? null,
      cells,
    },
  };
}

function scopeOf(text: string | undefined): ReportScope | null {
  if (text === undefined) return null;
  const scope = reportScopes.find((s) => s === text);
  if (!scope) throw new EntryFileError(`scope must be one of ${reportScopes.join(', ')}`);
  return scope;
}
