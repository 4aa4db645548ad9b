import type { EntityManager } from 'typeorm';
import { insertDocuments, insertRows } from '../insert-rows.js';
import type { Member } from './members-of.js';

/** How a consolidated report came about. */
export interface ConsolidationRecord {
  reportId: string;
  region: string;
  asOf: string | null;
  author: string;
  members: readonly Member[];
  overrides: readonly Override[];
}

export type Problem = 'MISSING' | 'FAILS_CHECKS';

/** Why a member was left out, or added up, nevertheless. */
export interface Override {
  agencyId: string;
  problem: Problem;
  reason: string;
}

/** Writes it within the transaction that files the report. */
export const writeRecord = async (
  manager: EntityManager,
  { reportId, region, asOf, author, members, overrides }: ConsolidationRecord,
): Promise<void> => {
  await manager.query(
    `insert into consolidation (report_id, region_code, as_of, author) values ($1, $2, $3, $4)`,
    [reportId, region, asOf, author],
  );
  await insertDocuments(
    manager,
    'consolidation_member',
    { report_id: 'bigint', agency_id: 'bigint', member_report_id: 'bigint', figures: 'jsonb' },
    members.map((member) => ({
      report_id: reportId,
      agency_id: member.agencyId,
      member_report_id: member.reportId,
      figures: member.figures ?? {},
    })),
  );
  await insertRows(
    manager,
    'consolidation_override',
    { report_id: 'bigint', agency_id: 'bigint', problem: 'text', reason: 'text', author: 'text' },
    overrides.map(({ agencyId, problem, reason }) => ({
      ...{ report_id: reportId, agency_id: agencyId, problem, reason, author },
    })),
  );
};
