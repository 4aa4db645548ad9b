import { decide, type Act } from '../accounts/policy.js';
import { EVERYWHERE } from '../accounts/policy.js';
import type { SignedIn } from '../accounts/viewer.js';
import type { ApiContext } from '../schema/context.js';
import { isDatabaseId, readGlobalId, type NodeType } from '../schema/global-id.js';
import { authorise } from './authorise.js';

interface ReportReach {
  reportId: string;
  agencyId: string;
}

const keyOf = (id: string, type: NodeType): string => {
  const named = readGlobalId(id);
  return named?.type === type && isDatabaseId(named.key) ? named.key : '0';
};

const subjectOf = async ({ loaders }: ApiContext, agencyId: string | null) =>
  (agencyId === null ? null : await loaders.subject.load(agencyId)) ?? EVERYWHERE;

const agencyOfReport = async (
  { database }: ApiContext,
  reportId: string,
): Promise<string | null> => {
  const [line] = await database.query<{ agency: string }>(
    'select agency_id as agency from report where id = $1',
    [reportId],
  );
  return line?.agency ?? null;
};

/**
 * Who acts, and on which report of which agency. A report that does not exist is nobody's.
 * @throws UNAUTHENTICATED, FORBIDDEN
 */
export async function authoriseForReport(
  context: ApiContext,
  act: Act,
  id: string,
): Promise<ReportReach & { viewer: SignedIn }> {
  const reportId = keyOf(id, 'Report');
  const agencyId = await agencyOfReport(context, reportId);
  const viewer = await authorise(context, act, await subjectOf(context, agencyId));
  return { viewer, reportId, agencyId: agencyId ?? '0' };
}

/**
 * Who acts, and on which agency: its name, null where there is none of that id.
 * @throws UNAUTHENTICATED, FORBIDDEN
 */
export async function authoriseForAgency(
  context: ApiContext,
  act: Act,
  id: string,
): Promise<{ viewer: SignedIn; agencyId: string; agency: string | null }> {
  const agencyId = keyOf(id, 'Agency');
  const viewer = await authorise(context, act, await subjectOf(context, agencyId));
  const record = await context.loaders.agency.load(agencyId);
  return { viewer, agencyId, agency: record?.name ?? null };
}

/** The same of one report of a batch, without an error: null where the role does not reach it. */
export async function reachOfReport(
  context: ApiContext,
  act: Act,
  id: string,
): Promise<ReportReach | null> {
  const reportId = keyOf(id, 'Report');
  const agencyId = await agencyOfReport(context, reportId);
  const { allowed } = decide(context.viewer, act, await subjectOf(context, agencyId));
  return allowed ? { reportId, agencyId: agencyId ?? '0' } : null;
}

/** The same of a finding. */
export async function authoriseForFinding(
  context: ApiContext,
  act: Act,
  id: string,
): Promise<{ viewer: SignedIn; findingId: string; agencyId: string }> {
  const findingId = keyOf(id, 'Finding');
  const [line] = await context.database.query<{ agency: string }>(
    'select r.agency_id as agency from finding f join report r on r.id = f.report_id where f.id = $1',
    [findingId],
  );
  const agencyId = line?.agency ?? null;
  const viewer = await authorise(context, act, await subjectOf(context, agencyId));
  return { viewer, findingId, agencyId: agencyId ?? '0' };
}
