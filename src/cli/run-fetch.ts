import { analyze } from '../entities/database.js';
import type { Language } from '../format/form.js';
import { ParserPool } from '../ingest/pool.js';
import { fetchReports } from './fetch/fetch-reports.js';
import type { FetchResult } from './fetch/fetch-reports.js';
import { PoliteFetcher } from './fetch/polite-fetcher.js';
import { policyFor } from './fetch/policy.js';
import { tellOutcomes } from './tell-outcomes.js';
import { withDatabase } from './with-database.js';

export interface FetchArguments {
  /** Suffixes of hosts. */
  allow?: string[];
  list?: boolean;
  /** Seconds. */
  pause: number;
  status: 'PUBLISHED' | 'SUBMITTED';
  rosterOnly?: boolean;
}

/** @returns true where every report was filed */
export async function fetchAddresses(
  addresses: readonly string[],
  options: FetchArguments,
  language: Language,
): Promise<boolean> {
  const policy = policyFor(options.allow ?? []);
  const fetcher = new PoliteFetcher(policy, options.pause * 1_000);
  const results: FetchResult[] = [];
  await withDatabase(async (database) => {
    const pool = new ParserPool();
    try {
      const filed = fetchReports(database, fetcher, addresses, {
        list: options.list === true,
        status: options.status,
        createAgencies: options.rosterOnly !== true,
        read: (bytes, name) => pool.read(bytes, name),
      });
      for await (const result of filed) results.push(result);
    } finally {
      await pool.close();
    }
    await analyze(database);
  });
  await tellOutcomes(
    results.map(({ address, outcome }) => ({ file: address, outcome })),
    0,
    language,
  );
  return results.every(({ outcome }) => outcome.kind !== 'REFUSED');
}
