import type { EntityManager } from 'typeorm';
import { givenBy, sumOfMembers } from '../../checks/members.js';
import { addressKey } from '../../format/form.js';
import type { CellAddress } from '../../format/form.js';
import { addressesOf } from './member-figures.js';
import { membersOf } from './members-of.js';
import type { ConsolidatedScope } from './members-of.js';

/** A member that gives something else by now than when the report was added up. */
export interface ChangedMember {
  agencyId: string;
  agency: string;
  /** Ids of the reports that counted and count; null: none. */
  before: string | null;
  after: string | null;
}

/** A cell that would be another if the report were added up anew. */
export interface MovedCell extends CellAddress {
  was: string | null;
  is: string | null;
}

export interface Staleness {
  members: ChangedMember[];
  cells: MovedCell[];
}

interface Record {
  region: string;
  year: number;
  scope: ConsolidatedScope;
  asOf: string | null;
}

const RECORD = `
  select c.region_code as region, r.year, r.scope, c.as_of::text as "asOf"
  from consolidation c join report r on r.id = c.report_id where c.report_id = $1`;

interface Given {
  agencyId: string;
  agency: string;
  reportId: string | null;
  figures: Readonly<globalThis.Record<string, string | null>>;
}

const GIVEN = `
  select m.agency_id as "agencyId", a.name as agency, m.member_report_id as "reportId", m.figures
  from consolidation_member m join agency a on a.id = m.agency_id
  where m.report_id = $1 order by m.agency_id`;

/**
 * What changed since a consolidated report was added up: members whose reports are others or say something else, and the
 * cells that move by it. Nothing changed where both are empty. Null for a report that was not added up here.
 */
export const stalenessOf = async (
  manager: EntityManager,
  reportId: string,
): Promise<Staleness | null> => {
  const [record] = await manager.query<Record[]>(RECORD, [reportId]);
  if (!record) return null;
  const before = (await manager.query<Given[]>(GIVEN, [reportId])).map((line) => ({
    ...line,
    figures: line.reportId === null ? null : line.figures,
  }));
  const after = await membersOf(manager, record);
  const cells = addressesOf(record.year).flatMap((address): MovedCell[] => {
    const key = addressKey(address);
    const [was, is] = [sumOfMembers(before, key), sumOfMembers(after, key)];
    return was === is ? [] : [{ ...address, was, is }];
  });
  return { members: changedMembers(record.year, before, after), cells };
};

type Side = Omit<Given, 'figures'> & { figures: Given['figures'] | null };

const changedMembers = (
  year: number,
  before: readonly Side[],
  after: readonly Side[],
): ChangedMember[] => {
  const keys = addressesOf(year).map(addressKey);
  const now = new Map(after.map((member) => [member.agencyId, member]));
  const then = new Map(before.map((member) => [member.agencyId, member]));
  const all = [...new Map([...then, ...now]).values()];
  return all.flatMap(({ agencyId, agency }) => {
    const [old, current] = [then.get(agencyId), now.get(agencyId)];
    const alike =
      old?.reportId === current?.reportId &&
      keys.every((key) => (old && givenBy(old, key)) === (current && givenBy(current, key)));
    const [was, is] = [old?.reportId ?? null, current?.reportId ?? null];
    return alike ? [] : [{ agencyId, agency, before: was, after: is }];
  });
};
