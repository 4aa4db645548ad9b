import type { Database } from '../../entities/database.js';
import type { CellAddress } from '../../format/form.js';
import type { Repair } from '../../format/report.js';
import type { RosterKey } from '../../registry/roster/write-roster.js';
import type { PageRequest } from '../shapes.js';
import { memberList, memberPage, type MemberRecord } from './member-list.js';
import type { Standing } from './member-source.js';

/** RETURN: sent back with what is wrong; REMINDER: nothing has come in. */
export type LetterKind = 'RETURN' | 'REMINDER';

/** An error of a report as a letter tells it. */
export interface LetterFinding {
  check: string;
  messageZh: string;
  left: string | null;
  right: string | null;
  difference: string | null;
  cells: readonly CellAddress[];
  repair: readonly Repair[];
}

/** What a letter to a member is about. */
export interface LetterFacts {
  kind: LetterKind;
  member: MemberRecord;
  year: number;
  /** Name of the region. */
  region: string;
  findings: readonly LetterFinding[];
}

const STANDINGS: Readonly<Record<LetterKind, readonly Standing[]>> = {
  RETURN: ['RETURNED', 'SUBMITTED'],
  REMINDER: ['MISSING'],
};

const ERRORS = `
SELECT finding.report_id, finding.check_code AS check, finding.message_zh AS "messageZh", finding.left_value AS left,
  finding.right_value AS right, finding.difference, finding.cells, finding.repair
FROM finding WHERE finding.report_id = ANY($1::bigint[]) AND finding.severity = 'ERROR'
ORDER BY finding.report_id, finding.ordinal`;

/** Members of a page, whose errors one statement brings. */
const AT_ONCE = 200;

/**
 * The letters of a kind that are due on a day at the office: send-back letters to whoever was sent back or handed in a
 * report with errors, reminders to whoever has not handed in; nothing where there is no roster.
 */
export async function* letterFacts(
  db: Database,
  key: RosterKey,
  day: string,
  kind: LetterKind,
): AsyncGenerator<LetterFacts> {
  const [place] = await db.query<{ name: string }>('SELECT name FROM region WHERE code = $1', [
    key.region,
  ]);
  const list = memberList(key, day, { standings: STANDINGS[kind] });
  for (let after: PageRequest['after'] = null; ;) {
    const { items, hasNextPage } = await memberPage(db, list, { first: AT_ONCE, after });
    const members = items.map(({ node }) => node);
    const errors = await errorsOf(db, kind === 'RETURN' ? members : []);
    for (const member of members) {
      const findings = errors.get(member.reportId ?? '') ?? [];
      if (kind === 'RETURN' && member.standing === 'SUBMITTED' && findings.length === 0) continue;
      yield { kind, member, year: key.year, region: place?.name ?? key.region, findings };
    }
    after = items.at(-1)?.cursor ?? null;
    if (!hasNextPage || after === null) return;
  }
}

type Line = LetterFinding & { report_id: string };

const errorsOf = async (
  db: Database,
  members: readonly MemberRecord[],
): Promise<Map<string, LetterFinding[]>> => {
  const ids = members.flatMap(({ reportId }) => reportId ?? []);
  const errors = new Map<string, LetterFinding[]>();
  if (ids.length === 0) return errors;
  for (const { report_id: id, ...finding } of await db.query<Line>(ERRORS, [ids])) {
    const known = errors.get(id);
    if (known) known.push(finding);
    else errors.set(id, [finding]);
  }
  return errors;
};
