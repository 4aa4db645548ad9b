import type { Database } from '../entities/database.js';

/** A report to be looked at, with its document. */
export interface Listed {
  id: string;
  agencyId: string;
  sourceDocumentId: string | null;
  byteLength: number;
}

/** The last report that was looked at; batches go on behind it. */
export type Place = Pick<Listed, 'agencyId' | 'id'>;

export const BEGINNING: Place = { agencyId: '0', id: '0' };

export interface BatchLimits {
  reports: number;
  /** Of their documents. */
  bytes: number;
}

/**
 * Reports under a condition over `r`, in batches in the order of their agencies. A batch ends with an agency where it
 * can, because an agency's years are held against each other.
 */
export async function* reportBatches(
  database: Database,
  condition: string,
  { reports, bytes }: BatchLimits,
  after: Place,
): AsyncGenerator<Listed[]> {
  for (let place = after; ;) {
    const lines = await database.query<Listed>(
      `select r.id, r.agency_id as "agencyId", r.source_document_id as "sourceDocumentId",
         coalesce(d.byte_length, 0) as "byteLength"
       from report r left join source_document d on d.id = r.source_document_id
       where ${condition} and (r.agency_id, r.id) > ($1::bigint, $2::bigint)
       order by r.agency_id, r.id limit $3::int`,
      [place.agencyId, place.id, reports + 1],
    );
    const batch = wholeAgencies(lines, reports, bytes);
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    place = last;
  }
}

const wholeAgencies = (lines: readonly Listed[], reports: number, bytes: number): Listed[] => {
  let sum = 0;
  const fitting = lines.findIndex(({ byteLength }, i) => {
    sum += byteLength;
    return i >= reports || (i > 0 && sum > bytes);
  });
  if (fitting < 0) return [...lines];
  const batch = lines.slice(0, fitting);
  const cut = lines[fitting]?.agencyId;
  const whole = batch.filter(({ agencyId }) => agencyId !== cut);
  return whole.length > 0 ? whole : batch;
};

/** How many reports the condition takes from a place on. */
export const countReports = async (
  database: Database,
  condition: string,
  { agencyId, id }: Place,
): Promise<number> => {
  const [line] = await database.query<{ n: number }>(
    `select count(*)::int as n from report r where ${condition} and (r.agency_id, r.id) > ($1::bigint, $2::bigint)`,
    [agencyId, id],
  );
  return line?.n ?? 0;
};
