import { seesNothing, type Sight } from '../accounts/sight.js';
import type { AuditAct } from '../accounts/audit-log.js';
import type { List } from './list.js';
import { agencyInSight } from './sight-condition.js';
import { allOf, type SqlParams } from './sql-params.js';

/** An entry of the audit log. */
export interface AuditRecord {
  id: string;
  at: Date;
  author: string;
  act: AuditAct;
  /** What it was done to, e.g. `report:17`. */
  subject: string;
  reason: string | null;
  before: unknown;
  after: unknown;
  address: string | null;
  succeeded: boolean;
  sealed: boolean;
}

export interface AuditFilter {
  acts?: readonly AuditAct[] | null;
  subject?: string | null;
  author?: string | null;
  succeeded?: boolean | null;
  /** ISO dates at the office, both included. */
  since?: string | null;
  until?: string | null;
}

/** Entries of the audit log about what lies within the sight, newest first. */
export const auditList = (filter: AuditFilter, sight: Sight): List<AuditRecord> => ({
  kind: 'audit',
  columns: `entry.id, entry.at, entry.author, entry.act, entry.subject, entry.reason, entry.before, entry.after,
    entry.address, entry.succeeded,
    EXISTS (SELECT FROM audit_seal AS seal WHERE seal.entry_id = entry.id) AS sealed`,
  source: (params) =>
    `FROM audit_entry AS entry WHERE ${filtered(filter, params)} AND (${within(sight, params)})`,
  order: [{ sql: 'entry.id', type: 'bigint', descending: true }],
  read: (line: AuditRecord) => line,
});

const filtered = (filter: AuditFilter, params: SqlParams): string => {
  const { acts, subject, author, succeeded, since, until } = filter;
  const day = (date: string, more: string): string =>
    `(${params.add(date)}::date${more})::timestamp AT TIME ZONE 'Asia/Shanghai'`;
  return allOf([
    ...(acts ? [`entry.act = ANY(${params.add([...acts])}::text[])`] : []),
    ...(subject == null ? [] : [`entry.subject = ${params.add(subject)}::text`]),
    ...(author == null ? [] : [`entry.author = ${params.add(author)}::text`]),
    ...(succeeded == null ? [] : [`entry.succeeded = ${params.add(succeeded)}::boolean`]),
    ...(since == null ? [] : [`entry.at >= ${day(since, '')}`]),
    ...(until == null ? [] : [`entry.at < ${day(until, ' + 1')}`]),
  ]);
};

const idIn = (kind: string): string =>
  `substring(entry.subject FROM '^${kind}:([0-9]{1,18})$')::bigint`;
const CODE = `substring(entry.subject FROM '^(?:roster|region):([0-9]{6,9})')`;

/** What a region's auditor sees: acts on its reports, agencies and rosters, and on accounts with a role in it. */
const within = (sight: Sight, params: SqlParams): string => {
  if (sight.everywhere) return 'TRUE';
  if (seesNothing(sight)) return 'FALSE';
  const codes = `${params.add([...sight.regions])}::text[]`;
  const placed = (place: string): string =>
    `(${['code', 'county_code', 'prefecture_code', 'province_code']
      .map((column) => `${place}.${column} = ANY(${codes})`)
      .join(' OR ')})`;
  return `EXISTS (SELECT FROM report WHERE report.id = ${idIn('report')}
      AND (${agencyInSight('report.agency_id', sight, params)}))
    OR EXISTS (SELECT FROM agency AS subject WHERE subject.id = ${idIn('agency')}
      AND (${agencyInSight('subject.id', sight, params)}))
    OR EXISTS (SELECT FROM region AS place WHERE place.code = ${CODE} AND ${placed('place')})
    OR EXISTS (SELECT FROM role_grant LEFT JOIN region AS place ON place.code = role_grant.region_code
      WHERE role_grant.account_id = ${idIn('account')}
        AND (${placed('place')} OR ${agencyInSight('role_grant.agency_id', sight, params)}))`;
};
