import type { EntityManager } from 'typeorm';
import type { Alike } from '../../checks/definition.js';
import type { FilledForm } from '../../format/report.js';
import type { ReportKey } from '../report-input.js';
import { bandsOf, signatureIn, signatureOf, similarity } from './min-hash.js';
import { proseShingles } from './prose-shingles.js';

/** Reports looked at for one text; where more are alike, any of them shows it. */
const MOST_CANDIDATES = 50;

/**
 * Reports that meet a text in a band: of other agencies for the same year or the one before, and of the agency itself for
 * the year before, which is looked at in any case.
 */
const CANDIDATES = `
  with given as (
    select ordinal::int, agency_id, year, scope, bands::int[], id
    from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::bigint[])
      with ordinality as given (agency_id, year, scope, bands, id, ordinal)
  )
  select given.ordinal, found.id, found.agency_id as "agencyId", found.year, a.name, found.signature
  from given
  join lateral (
    (select r.id, r.agency_id, r.year, s.signature
     from report_signature s join report r on r.id = s.report_id
     where s.bands && given.bands and r.agency_id <> given.agency_id and (r.is_current or r.is_newest)
       and (given.id is null or r.id < given.id)
     limit ${MOST_CANDIDATES})
    union all
    (select r.id, r.agency_id, r.year, s.signature
     from report r join report_signature s on s.report_id = r.id
     where r.agency_id = given.agency_id and r.year = given.year - 1 and r.scope = given.scope
       and (r.is_current or r.is_newest))
  ) found on true
  join agency a on a.id = found.agency_id`;

interface Candidate {
  ordinal: number;
  id: string;
  agencyId: string;
  year: number;
  name: string;
  signature: Buffer;
}

/** Below this two texts share a subject, not sentences. */
export const LEAST_SIMILARITY = 0.5;

/**
 * Of each report those whose texts are like its own: the nearest of another agency, and its own of last year. Of other
 * agencies only what was filed before a stored report counts: the copy is told, not what it was copied from.
 */
export const findAlike = async (
  manager: EntityManager,
  reports: readonly (ReportKey & { form: FilledForm; id?: string })[],
): Promise<Alike[][]> => {
  const found = reports.map((): Alike[] => []);
  const asked = reports.flatMap((report, at) => {
    const shingles = proseShingles(report.form);
    return shingles ? [{ ...report, at, signature: signatureOf(shingles) }] : [];
  });
  if (asked.length === 0) return found;
  const candidates = await manager.query<Candidate[]>(CANDIDATES, [
    asked.map(({ agencyId }) => agencyId),
    asked.map(({ year }) => year),
    asked.map(({ scope }) => scope),
    // Bands hold the year, so that no text meets those of all years.
    asked.map(({ signature, year }) => {
      return `{${[...bandsOf(signature, year), ...bandsOf(signature, year - 1)].join()}}`;
    }),
    asked.map(({ id }) => id ?? null),
  ]);
  const candidatesOf = new Map<number, Candidate[]>();
  for (const one of candidates) {
    candidatesOf.set(one.ordinal, [...(candidatesOf.get(one.ordinal) ?? []), one]);
  }
  for (const [i, { at, agencyId, signature }] of asked.entries()) {
    const rated = (candidatesOf.get(i + 1) ?? [])
      .map((one) => ({ ...one, similarity: similarity(signature, signatureIn(one.signature)) }))
      .filter((one) => one.similarity >= LEAST_SIMILARITY)
      .sort((a, b) => b.similarity - a.similarity || Number(a.id) - Number(b.id));
    const others = rated.filter((one) => one.agencyId !== agencyId).slice(0, 1);
    const own = rated.filter((one) => one.agencyId === agencyId);
    found[at] = [...others, ...own].map(alikeOf);
  }
  return found;
};

const alikeOf = ({ name, year, similarity: share }: Candidate & { similarity: number }): Alike => ({
  agency: name,
  year,
  similarity: share,
});
