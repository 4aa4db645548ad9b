import type { AgencyFilterInput } from '../rollup/agency-condition.js';
import type { ReportFilterInput } from '../rollup/shapes.js';
import { sharedLookups } from '../rollup/shared-lookups.js';
import type { ApiContext } from '../schema/context.js';
import { badInput, quoted } from '../schema/errors.js';
import { isDatabaseId, readGlobalId } from '../schema/global-id.js';
import type { AgencyFilter } from '../schema/inputs/agency-filter.js';
import type { ReportFilter } from '../schema/inputs/report-filter.js';
import { demandVisible } from './authorise.js';

type Maybe<T> = readonly T[] | null | undefined;

/** @throws BAD_USER_INPUT where a region does not exist */
export async function demandRegions(codes: Maybe<string>, { database }: ApiContext): Promise<void> {
  if (!codes) return;
  const unknown = await sharedLookups(database).missingRegion(codes);
  if (unknown !== undefined) throw badInput(`There is no region ${quoted(unknown)}.`);
}

async function demandSectors(codes: Maybe<string>, { database }: ApiContext): Promise<void> {
  if (!codes) return;
  const unknown = await sharedLookups(database).missingSector(codes);
  if (unknown !== undefined) throw badInput(`There is no sector ${quoted(unknown)}.`);
}

/** Database ids of agencies by their ids of the API. */
async function agencyKeys(ids: Maybe<string>, { loaders }: ApiContext): Promise<string[] | null> {
  if (!ids) return null;
  const find = (id: string): string | null => agencyKey(id);
  const unknown = await missing(ids, async (id) => {
    const key = find(id);
    return key === null ? null : loaders.agency.load(key);
  });
  if (unknown !== undefined) throw badInput(`There is no agency with the id ${quoted(unknown)}.`);
  return ids.flatMap((id) => find(id) ?? []);
}

/** The database id that an agency's id names; null where it names something else. */
export function agencyKey(id: string): string | null {
  const named = readGlobalId(id);
  return named?.type === 'Agency' && isDatabaseId(named.key) ? named.key : null;
}

async function missing(
  names: readonly string[],
  find: (name: string) => Promise<unknown>,
): Promise<string | undefined> {
  const found = await Promise.all(names.map(find));
  return names.find((_, i) => found[i] === null);
}

/**
 * The filter with its ids as the database knows them.
 * @throws BAD_USER_INPUT for codes and ids that do not exist, FORBIDDEN for statuses the caller may not see
 */
export async function reportFilter(
  filter: ReportFilter | null | undefined,
  context: ApiContext,
): Promise<ReportFilterInput> {
  if (!filter) return {};
  demandVisible(context.viewer, filter.statuses);
  const [agencies] = await Promise.all([
    agencyKeys(filter.agencies, context),
    demandRegions(filter.regions, context),
    demandSectors(filter.sectors, context),
  ]);
  return Object.assign<ReportFilterInput, ReportFilter, ReportFilterInput>({}, filter, {
    agencies,
    sight: context.sight,
  });
}

/** @throws BAD_USER_INPUT for codes that do not exist */
export async function agencyFilter(
  filter: AgencyFilter | null | undefined,
  context: ApiContext,
): Promise<AgencyFilterInput> {
  if (!filter) return {};
  await Promise.all([
    demandRegions(filter.regions, context),
    demandSectors(filter.sectors, context),
  ]);
  return filter;
}

/** A filter that was kept in an id: true where everything it names is still there. */
export async function stillExists(
  filter: ReportFilterInput,
  { loaders }: ApiContext,
): Promise<boolean> {
  const known = new Set((await loaders.sectors()).map(({ code }) => code));
  const unknown = await Promise.all([
    missing(filter.regions ?? [], (code) => loaders.region.load(code)),
    missing(filter.agencies ?? [], (key) => loaders.agency.load(key)),
  ]);
  return (
    unknown.every((name) => name === undefined) &&
    (filter.sectors ?? []).every((code) => known.has(code))
  );
}
