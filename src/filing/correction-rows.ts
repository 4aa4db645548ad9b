import type { EntityManager } from 'typeorm';
import type { ReportIdentity } from '../entities/correction.js';
import type { CellAddress } from '../format/form.js';
import type { CellCorrection } from './apply-corrections.js';
import type { Authored } from './authored.js';
import type { ReportKey } from './report-input.js';

/** Notes that a person corrected a cell, with the number as it was typed. */
export const addCellCorrection = async (
  manager: EntityManager,
  reportId: string,
  { by, why }: Authored,
  change: { cell: CellAddress; typed: string; from: string | null; to: string | null },
): Promise<void> => {
  const { table, row, column } = change.cell;
  await manager.query(
    `insert into correction (report_id, kind, author, reason, cell, typed, from_value, to_value)
     values ($1, 'CELL', $2, $3, $4::jsonb, $5, $6, $7)`,
    [
      reportId,
      by,
      why,
      JSON.stringify({ table, row, column }),
      change.typed,
      change.from,
      change.to,
    ],
  );
};

/** Notes that a person filed the report under another agency, year or scope. */
export const addIdentityCorrection = async (
  manager: EntityManager,
  reportId: string,
  { by, why }: Authored,
  from: ReportIdentity,
  to: ReportIdentity,
): Promise<void> => {
  await manager.query(
    `insert into correction (report_id, kind, author, reason, from_identity, to_identity)
     values ($1, 'IDENTITY', $2, $3, $4::jsonb, $5::jsonb)`,
    [reportId, by, why, JSON.stringify(from), JSON.stringify(to)],
  );
};

/** Notes that a person typed in the whole report. */
export const addEntry = async (
  manager: EntityManager,
  reportId: string,
  { by, why }: Authored,
): Promise<void> => {
  await manager.query(
    `insert into correction (report_id, kind, author, reason) values ($1, 'ENTRY', $2, $3)`,
    [reportId, by, why],
  );
};

const STANDING = `
  select distinct on (report_id, cell) report_id, cell, to_value::text as value
  from correction where report_id = any($1::bigint[]) and kind = 'CELL'
  order by report_id, cell, id desc`;

/** The newest correction of each cell, by report id. */
export const standingCorrections = async (
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, CellCorrection[]>> => {
  const lines = await manager.query<
    { report_id: string; cell: CellAddress; value: string | null }[]
  >(STANDING, [reportIds]);
  const byReport = new Map<string, CellCorrection[]>();
  for (const { report_id, cell, value } of lines) {
    byReport.set(report_id, [...(byReport.get(report_id) ?? []), { ...cell, value }]);
  }
  return byReport;
};

/** Those of the reports that a person filed under another agency, year or scope. */
export const movedByPeople = async (
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Set<string>> => {
  const lines = await manager.query<{ report_id: string }[]>(
    `select distinct report_id from correction where report_id = any($1::bigint[]) and kind = 'IDENTITY'`,
    [reportIds],
  );
  return new Set(lines.map(({ report_id }) => report_id));
};

/**
 * What a person made of the agency, year and scope under which this document would be filed; null where nobody did. So
 * a document that is imported again finds its report.
 */
export const correctedIdentity = async (
  manager: EntityManager,
  sha256: string,
  { agencyId, year, scope }: ReportKey,
): Promise<ReportKey | null> => {
  const [line] = await manager.query<ReportKey[]>(
    `select r.agency_id as "agencyId", r.year, r.scope
     from source_document d
     join report r on r.source_document_id = d.id
     join correction c on c.report_id = r.id and c.kind = 'IDENTITY'
     where d.sha256 = $1 and c.from_identity = $2::jsonb
     order by c.id desc limit 1`,
    [sha256, JSON.stringify({ agencyId, year, scope })],
  );
  return line ?? null;
};
