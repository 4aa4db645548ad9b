import { audit, type Actor } from '../accounts/audit-log.js';
import { EVERYWHERE, mayReview } from '../accounts/policy.js';
import { queriesOf } from '../accounts/queries.js';
import { agencySubjects } from '../accounts/subjects.js';
import type { Viewer } from '../accounts/viewer.js';
import type { Originals } from './originals.js';

/** Who reviews an agency sees the original of its reports, and every such look is in the audit log. */
export function originalsFor(viewer: Viewer, actor: Actor): Originals | null {
  if (!viewer) return null;
  return {
    async allowed(database, reportIds) {
      const lines = await database.query<{ id: string; agency: string }>(
        'SELECT report.id, report.agency_id AS agency FROM report WHERE report.id = ANY($1::bigint[])',
        [[...reportIds]],
      );
      const agencies = [...new Set(lines.map(({ agency }) => agency))];
      const subjects = await agencySubjects(queriesOf(database), agencies);
      const seen = lines.filter(({ agency }) =>
        mayReview(viewer, subjects.get(agency) ?? EVERYWHERE),
      );
      return new Set(seen.map(({ id }) => id));
    },
    async record(database, reportIds) {
      await database.transaction(async (manager) => {
        for (const id of reportIds) {
          await audit(manager, {
            author: viewer.displayName,
            act: 'SEE_PERSONAL_DATA',
            subject: `report:${id}`,
            reason: null,
            before: null,
            after: null,
            actor,
          });
        }
      });
    },
  };
}
