import type { Database } from '../entities/database.js';
import { maskPersonalData } from '../format/personal-data.js';

export interface LifeRecord {
  version: number;
  since: Date;
  reason: string | null;
  responsibleLeader: string | null;
  submittedAt: Date | null;
}

/** How reports came to their status, by id; personal data in the reason are masked. */
export async function livesOf(
  db: Database,
  reportIds: readonly string[],
): Promise<Map<string, LifeRecord>> {
  const lines = await db.query<LifeRecord & { id: string }>(
    `SELECT report.id, report.version, report.status_changed_at AS since, report.status_reason AS reason,
  report.responsible_leader AS "responsibleLeader", report.submitted_at AS "submittedAt"
FROM report WHERE report.id = ANY($1::bigint[])`,
    [[...reportIds]],
  );
  const shown = ({ reason, ...line }: LifeRecord): LifeRecord => ({
    ...line,
    reason: reason === null ? null : maskPersonalData(reason),
  });
  return new Map(lines.map((line) => [line.id, shown(line)]));
}

export interface WaiverRecord {
  reason: string;
  by: string;
  at: Date;
}

/** Waivers by the id of their finding; personal data in the reason are masked. */
export async function waiversOf(
  db: Database,
  findingIds: readonly string[],
): Promise<Map<string, WaiverRecord>> {
  const lines = await db.query<WaiverRecord & { id: string }>(
    `SELECT finding.id, waiver.reason, waiver.author AS by, waiver.made_at AS at
FROM finding JOIN waiver ON waiver.id = finding.waiver_id WHERE finding.id = ANY($1::bigint[])`,
    [[...findingIds]],
  );
  return new Map(
    lines.map(({ id, ...line }) => [id, { ...line, reason: maskPersonalData(line.reason) }]),
  );
}
