import type { Database } from '../../src/entities/database.js';

/** Tables by what they hold; partitions count with their table. */
const TABLES = {
  rows: ['report', 'request_row', 'appeal_row', 'active_disclosure_row'],
  text: ['report_section'],
  findings: ['finding'],
  evidence: ['report_evidence'],
  signatures: ['report_signature'],
  originals: ['source_document'],
  sums: ['kept_total', 'kept_total_change', 'kept_presence', 'kept_presence_change'],
} as const;

export type Storage = Record<keyof typeof TABLES, number>;

/** Bytes a report on the disk, indexes and what is stored out of line included. */
export const bytesAReport = async (database: Database): Promise<Storage> => {
  const sizes = await Promise.all(
    Object.entries(TABLES).map(async ([name, tables]) => {
      const [line] = await database.query<{ bytes: number }>(
        `select round(sum(pg_total_relation_size(part.relid)) / (select count(*) from report))::int as bytes
         from unnest($1::text[]) as name
         cross join lateral (
           select relid from pg_partition_tree(name::regclass) union select name::regclass
         ) part`,
        [tables],
      );
      return [name, line?.bytes ?? 0] as const;
    }),
  );
  return Object.fromEntries(sizes) as Storage;
};
