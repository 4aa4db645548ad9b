import { audit } from '../accounts/audit-log.js';
import {
  decide,
  EVERYWHERE,
  grantsFor,
  type Act,
  type DenialReason,
  type Subject,
} from '../accounts/policy.js';
import { regionSubjects } from '../accounts/subjects.js';
import { queriesOf } from '../accounts/queries.js';
import type { SignedIn } from '../accounts/viewer.js';
import type { ReportStatus } from '../rollup/shapes.js';
import type { ApiContext, Viewer } from '../schema/context.js';
import { forbidden, unauthenticated } from '../schema/errors.js';

/** Somebody may see what is not public in the part of it that the sight of the request filters by. */
const seesSomething = (viewer: Viewer): boolean => grantsFor(viewer, 'SEE_UNPUBLISHED').length > 0;

/**
 * Anyone may see what is PUBLISHED; who has a role may ask for more, and is shown what lies in its region.
 * @throws FORBIDDEN where other statuses are asked for without one
 */
export function demandVisible(
  viewer: Viewer,
  statuses: readonly ReportStatus[] | null | undefined,
): void {
  const hidden = statuses?.filter((status) => status !== 'PUBLISHED') ?? [];
  if (hidden.length > 0 && !seesSomething(viewer)) {
    throw forbidden(
      `Reports that are ${[...new Set(hidden)].join(', ')} are shown to people with a role in their region alone.`,
    );
  }
}

/** @throws UNAUTHENTICATED where nobody has signed in */
export function demandSignedIn({ viewer }: ApiContext): SignedIn {
  if (!viewer) throw unauthenticated('Sign in first.');
  return viewer;
}

/**
 * Where resolvers ask whether the viewer may do something. What is refused is in the audit log.
 * @throws UNAUTHENTICATED, FORBIDDEN
 */
export async function authorise(
  context: ApiContext,
  act: Act,
  subject: Subject = EVERYWHERE,
): Promise<SignedIn> {
  const { viewer } = context;
  const decision = decide(viewer, act, subject);
  if (decision.allowed && viewer) return viewer;
  const reason = decision.allowed ? 'SIGN_IN' : decision.reason;
  await noteRefusal(context, act, subject, reason);
  if (reason === 'SIGN_IN') throw unauthenticated('Sign in first.');
  throw forbidden(sentences[reason]);
}

/** The same of what is done to a region as a whole. */
export async function authoriseForRegion(
  context: ApiContext,
  act: Act,
  code: string,
): Promise<SignedIn> {
  const subjects = await regionSubjects(queriesOf(context.database), [code]);
  return authorise(context, act, subjects.get(code) ?? EVERYWHERE);
}

/** The same of a list that shows what lies within the viewer's own regions: a role for it anywhere will do. */
export async function authoriseSomewhere(context: ApiContext, act: Act): Promise<SignedIn> {
  const { viewer } = context;
  if (viewer && grantsFor(viewer, act).length > 0) return viewer;
  return authorise(context, act, EVERYWHERE);
}

/**
 * A region added up with what is not public: for who sees all of it, since a sum does not tell what it left out.
 * @throws FORBIDDEN
 */
export async function demandVisibleRegion(
  context: ApiContext,
  code: string,
  statuses: readonly ReportStatus[] | null | undefined,
): Promise<void> {
  demandVisible(context.viewer, statuses);
  const isPublic = !statuses || statuses.every((status) => status === 'PUBLISHED');
  if (!isPublic) await authoriseForRegion(context, 'SEE_UNPUBLISHED', code);
}

const sentences: Readonly<Record<Exclude<DenialReason, 'SIGN_IN'>, string>> = {
  ROLE: 'None of your roles allows this.',
  PLACE: 'Your role does not reach there.',
};

async function noteRefusal(
  { database, viewer, actor }: ApiContext,
  act: Act,
  { agencyId, regionPath }: Subject,
  reason: DenialReason,
): Promise<void> {
  const place = regionPath.at(-1);
  await database.transaction((manager) =>
    audit(manager, {
      author: viewer?.displayName ?? '',
      act: 'REFUSED',
      subject: agencyId === null ? `region:${place ?? ''}` : `agency:${agencyId}`,
      reason: `${act}: ${reason}`,
      before: null,
      after: null,
      actor,
      succeeded: false,
    }),
  );
}
