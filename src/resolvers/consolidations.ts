import { IsInt, IsOptional, IsString } from 'class-validator';
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { endOfDay } from '../registry/roster/calendar.js';
import {
  consolidation,
  consolidationContributions,
  consolidationDifferences,
  missingMembers,
  publishedConsolidation,
} from '../rollup/consolidation.js';
import type * as shapes from '../rollup/shapes.js';
import { Agency, AgencyConnection } from '../schema/agency.js';
import type { Connection } from '../schema/connection.js';
import { CellDifference, Consolidation } from '../schema/consolidation.js';
import type { ApiContext } from '../schema/context.js';
import { Contribution, ContributionArgs, ContributionConnection } from '../schema/contribution.js';
import { ReportStatusEnum } from '../schema/enums/report.js';
import { FilterList } from '../schema/inputs/filter-list.js';
import { Region } from '../schema/region.js';
import { Report } from '../schema/report.js';
import { CalendarDate } from '../schema/scalars/date.js';
import { RegionCode } from '../schema/scalars/region-code.js';
import { AgenciesArgs } from './agency-args.js';
import { demandVisibleRegion } from './authorise.js';
import { contributionConnection } from './contribution-connection.js';
import { agencyFilter } from './filters.js';
import { connection, pageRequest } from './paging.js';
import { findRegion } from './region-lookup.js';

@ArgsType()
class ConsolidationArgs {
  @Field(() => RegionCode, { description: 'The region whose government consolidates.' })
  @IsString()
  region!: string;

  @Field(() => Int, { description: 'The year reported on.' })
  @IsInt()
  year!: number;

  @Field(() => [ReportStatusEnum], {
    nullable: true,
    description: 'Absent or null: PUBLISHED alone.',
  })
  @FilterList()
  statuses?: shapes.ReportStatus[] | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'With the reports as they stood at the end of this day in Beijing; null: as they are.',
  })
  @IsOptional()
  asOf?: string | null;
}

@Resolver(() => Consolidation)
export class ConsolidationResolver {
  @Query(() => Consolidation, {
    nullable: true,
    description:
      '`statuses` as in ReportFilter: an office that has not published yet asks for ACCEPTED and PUBLISHED.',
  })
  async consolidation(
    @Args(() => ConsolidationArgs) { region, year, statuses, asOf }: ConsolidationArgs,
    @Ctx() context: ApiContext,
  ): Promise<Consolidation | null> {
    await demandVisibleRegion(context, region, statuses);
    const { database, sight } = context;
    const then = asOf == null ? null : endOfDay(asOf);
    const asked = { region, year, statuses: statuses ?? null, asOf: then, sight };
    const result = await consolidation(database, asked);
    return result && Consolidation.of(result);
  }

  @FieldResolver(() => Region, { description: 'The region whose government consolidates.' })
  region(
    @Root() { result }: Consolidation,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Region | null> {
    return findRegion(loaders, result.regionCode);
  }

  @FieldResolver(() => ContributionConnection, {
    description:
      'What each report gave to one cell, largest first, so that any figure can be explained.',
  })
  contributions(
    @Root() { result }: Consolidation,
    @Args(() => ContributionArgs) args: ContributionArgs,
    @Ctx() { database }: ApiContext,
  ): Promise<Connection<Contribution>> {
    const { regionCode: region, year, statuses, asOf, sight = null } = result;
    const question = { region, year, statuses, asOf, sight };
    return contributionConnection(args, (cell, page) =>
      consolidationContributions(database, question, cell, page),
    );
  }

  @FieldResolver(() => AgencyConnection, {
    nullable: true,
    description: 'Roster members without a report that counts; null where there is no roster.',
  })
  async missing(
    @Root() { result }: Consolidation,
    @Args(() => AgenciesArgs) args: AgenciesArgs,
    @Ctx() context: ApiContext,
  ): Promise<Connection<Agency> | null> {
    const request = pageRequest(args);
    const list = missingMembers(result, await agencyFilter(args.filter, context));
    if (list === null) return null;
    const found = await context.loaders.page(list, request);
    return connection(found, args, (record) => Agency.of(record));
  }

  @FieldResolver(() => Report, {
    nullable: true,
    description: 'The REGION_CONSOLIDATED report that the government itself published, if any.',
  })
  async published(
    @Root() { result }: Consolidation,
    @Ctx() { database }: ApiContext,
  ): Promise<Report | null> {
    const { regionCode: region, year } = result;
    const record = await publishedConsolidation(database, { region, year });
    return record && Report.of(record);
  }

  @FieldResolver(() => [CellDifference], {
    description:
      'Cells in which the computed and the published report differ, of those that both state.',
  })
  differences(
    @Root() { result }: Consolidation,
    @Ctx() { database }: ApiContext,
  ): Promise<shapes.CellDifference[]> {
    return consolidationDifferences(database, result);
  }
}
