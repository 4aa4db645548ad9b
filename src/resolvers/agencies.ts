import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { agencyList } from '../rollup/agency-list.js';
import { agencyReportList } from '../rollup/report-list.js';
import { Agency, AgencyAlias, AgencyConnection, Sector } from '../schema/agency.js';
import type { Connection } from '../schema/connection.js';
import type { ApiContext } from '../schema/context.js';
import { Region } from '../schema/region.js';
import { Report, ReportConnection } from '../schema/report.js';
import { AgenciesArgs } from './agency-args.js';
import { findAgency } from './agency-lookup.js';
import { agencyFilter, agencyKey, reportFilter } from './filters.js';
import { connection, pageRequest } from './paging.js';
import { findRegion } from './region-lookup.js';
import { AgencyReportArgs, ReportsArgs } from './report-args.js';

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, { nullable: true, description: 'An agency by its id.' })
  agency(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Agency | null> {
    return findAgency(loaders, agencyKey(id));
  }

  @Query(() => AgencyConnection, { description: 'By region code and name.' })
  async agencies(
    @Args(() => AgenciesArgs) args: AgenciesArgs,
    @Ctx() context: ApiContext,
  ): Promise<Connection<Agency>> {
    const filter = await agencyFilter(args.filter, context);
    const found = await context.loaders.page(agencyList(filter), pageRequest(args));
    return connection(found, args, (record) => Agency.of(record));
  }

  @FieldResolver(() => [String], { description: 'Other names it is or was known by.' })
  async aliases(@Root() { key }: Agency, @Ctx() { loaders }: ApiContext): Promise<string[]> {
    return (await loaders.aliases.load(key)).map(({ name }) => name);
  }

  @FieldResolver(() => [AgencyAlias], {
    description: 'The same names with the years of the reports that bear them.',
  })
  otherNames(
    @Root() { key }: Agency,
    @Ctx() { loaders }: ApiContext,
  ): Promise<readonly AgencyAlias[]> {
    return loaders.aliases.load(key);
  }

  @FieldResolver(() => [Sector], { description: 'The first is the primary one.' })
  async sectors(@Root() { key }: Agency, @Ctx() { loaders }: ApiContext): Promise<Sector[]> {
    const [codes, all] = await Promise.all([loaders.agencySectors.load(key), loaders.sectors()]);
    return codes.flatMap((code) => {
      const record = all.find((sector) => sector.code === code);
      return record ? [Sector.of(record)] : [];
    });
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'Where it is located. Null where undecided: 28 county names occur more than once.',
  })
  region(@Root() { regionCode }: Agency, @Ctx() { loaders }: ApiContext): Promise<Region | null> {
    return findRegion(loaders, regionCode);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description:
      'The region whose government consolidates its report; null for organs of a national system, e.g. tax.',
  })
  consolidatesInto(@Root() agency: Agency, @Ctx() { loaders }: ApiContext): Promise<Region | null> {
    return findRegion(loaders, agency.consolidatesInto);
  }

  @FieldResolver(() => [Agency], {
    description:
      'Agencies that were renamed, merged or split into this one. Each is an agency of its own.',
  })
  async predecessors(@Root() { key }: Agency, @Ctx() { loaders }: ApiContext): Promise<Agency[]> {
    return (await loaders.predecessors.load(key)).map((record) => Agency.of(record));
  }

  @FieldResolver(() => [Agency], { description: 'Agencies that this one became.' })
  async successors(@Root() { key }: Agency, @Ctx() { loaders }: ApiContext): Promise<Agency[]> {
    return (await loaders.successors.load(key)).map((record) => Agency.of(record));
  }

  @FieldResolver(() => ReportConnection, {
    description: 'Reports of this agency, newest year first; the defaults of ReportFilter hold.',
  })
  async reports(
    @Root() { key }: Agency,
    @Args(() => ReportsArgs) args: ReportsArgs,
    @Ctx() context: ApiContext,
  ): Promise<Connection<Report>> {
    const filter = await reportFilter(args.filter, context);
    const found = await context.loaders.page(agencyReportList(key, filter), pageRequest(args));
    return connection(found, args, (record) => Report.of(record));
  }

  @FieldResolver(() => Report, { nullable: true, description: 'The newest PUBLISHED revision.' })
  async report(
    @Root() { key }: Agency,
    @Args(() => AgencyReportArgs) { year, scope }: AgencyReportArgs,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Report | null> {
    const record = await loaders.currentReport.load({ agencyId: key, year, scope });
    return record ? Report.of(record) : null;
  }
}
