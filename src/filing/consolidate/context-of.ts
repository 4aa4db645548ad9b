import type { EntityManager } from 'typeorm';
import type { CheckContext } from '../../checks/definition.js';
import type { ReportKey } from '../report-input.js';
import { GOVERNMENT_OF } from './government-of.js';
import { membersOf } from './members-of.js';
import type { ConsolidatedScope } from './members-of.js';

type Consolidation = NonNullable<CheckContext['consolidation']>;

type Key = ReportKey & { consolidation?: CheckContext['consolidation'] };

/** The region of whose roster an agency's consolidated report is: that which the agency governs. */
const ROSTER_OF = `
  select m.region_code as region
  from agency own
  join roster m on m.region_code = own.region_code and m.year = $2::int
  cross join lateral (${GOVERNMENT_OF('own.region_code')}) governing
  where own.id = $1 and governing.id = own.id`;

/** Of the newest consolidation, also where its draft was thrown away: whom somebody decided about. */
const OVERRIDES = `
  select o.agency_id as "agencyId", min(o.reason) as reason
  from consolidation_override o
  where o.report_id = (
    select c.report_id from consolidation c join report r on r.id = c.report_id
    where r.agency_id = $1 and r.year = $2 and r.scope = $3 order by r.revision desc limit 1)
  group by o.agency_id`;

/** The members of consolidated reports as the rosters of their regions name them; nothing where there is none. */
export const consolidationsOf = async <K extends Key>(
  manager: EntityManager,
  keys: readonly K[],
): Promise<Map<K, Consolidation>> => {
  const found = new Map<K, Consolidation>();
  for (const key of keys) {
    const { agencyId, year, scope, consolidation } = key;
    if (consolidation) found.set(key, consolidation);
    if (consolidation || !isConsolidated(scope)) continue;
    const [roster] = await manager.query<{ region: string }[]>(ROSTER_OF, [agencyId, year]);
    if (!roster) continue;
    const members = await membersOf(manager, { ...roster, year, scope, asOf: null });
    const overrides = new Map(
      (
        await manager.query<{ agencyId: string; reason: string }[]>(OVERRIDES, [
          ...[agencyId, year, scope],
        ])
      ).map((line) => [line.agencyId, line.reason]),
    );
    found.set(key, {
      members: members.map((m) => ({ ...m, override: overrides.get(m.agencyId) ?? null })),
    });
  }
  return found;
};

const isConsolidated = (scope: string): scope is ConsolidatedScope =>
  scope === 'GOVERNMENT_LEVEL' || scope === 'REGION_CONSOLIDATED';
