import { IsBoolean, IsInt, IsOptional, IsString } from 'class-validator';
import {
  Arg,
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

import { officeDay } from '../registry/roster/calendar.js';
import { memberList } from '../rollup/members/member-list.js';
import type { MemberFilter, Standing } from '../rollup/members/member-source.js';
import { progressGroups, rosterOf, type ProgressDimension } from '../rollup/members/progress.js';
import type { RegionLevel } from '../rollup/shapes.js';
import { Agency, Sector } from '../schema/agency.js';
import type { Connection } from '../schema/connection.js';
import type { ApiContext } from '../schema/context.js';
import { RegionLevelEnum } from '../schema/enums/region.js';
import { FilterList } from '../schema/inputs/filter-list.js';
import { IsPlainText } from '../schema/inputs/plain-text.js';
import { PageArgs } from '../schema/page.js';
import {
  Progress,
  ProgressCounts,
  ProgressDimensionEnum,
  ProgressGroup,
  RosterMember,
  RosterMemberConnection,
  StandingEnum,
} from '../schema/progress.js';
import { Region } from '../schema/region.js';
import { Report } from '../schema/report.js';
import { RegionCode } from '../schema/scalars/region-code.js';
import { findAgency } from './agency-lookup.js';
import { authoriseForRegion } from './authorise.js';
import { connection, pageRequest } from './paging.js';
import { findRegion } from './region-lookup.js';

/** A roster: whose, and of which year. */
@ArgsType()
export class RosterArgs {
  @Field(() => RegionCode, { description: 'The region whose office collects.' })
  @IsString()
  region!: string;

  @Field(() => Int, { description: 'The year reported on.' })
  @IsInt()
  year!: number;
}

@ArgsType()
class MembersArgs extends PageArgs {
  @Field(() => [StandingEnum], { nullable: true, description: 'Members that are so far.' })
  @FilterList()
  standings?: Standing[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Members that are late, or that are not.' })
  @IsOptional()
  @IsBoolean()
  late?: boolean | null;

  @Field(() => RegionLevelEnum, { nullable: true, description: 'Members of this level.' })
  @IsOptional()
  level?: RegionLevel | null;

  @Field(() => String, { nullable: true, description: 'Members of this primary sector.' })
  @IsOptional()
  @IsPlainText()
  sector?: string | null;
}

/** The members of a roster that are asked for; null and absent do not restrict. */
const filterOf = ({ standings, late, level, sector }: MembersArgs): MemberFilter => ({
  ...(standings ? { standings } : {}),
  ...(late == null ? {} : { late }),
  ...(level == null ? {} : { level }),
  ...(sector == null ? {} : { sector }),
});

const keyOf = ({ regionCode: region, year }: Progress) => ({ region, year });

@Resolver(() => Progress)
export class ProgressResolver {
  @Query(() => Progress, {
    nullable: true,
    description:
      'How far the members of a roster are, for whoever has a role there; null where there is no roster.',
  })
  async progress(
    @Args(() => RosterArgs) { region, year }: RosterArgs,
    @Ctx() context: ApiContext,
  ): Promise<Progress | null> {
    await authoriseForRegion(context, 'SEE_PROGRESS', region);
    const roster = await rosterOf(context.database, { region, year });
    if (!roster) return null;
    const { departmentsBy, governmentsBy } = roster;
    const shown = { regionCode: region, year, departmentsBy, governmentsBy };
    return Object.assign(new Progress(), shown);
  }

  @FieldResolver(() => Region, { description: 'The region whose office collects.' })
  region(@Root() { regionCode }: Progress, @Ctx() { loaders }: ApiContext) {
    return findRegion(loaders, regionCode);
  }

  @FieldResolver(() => ProgressCounts, { description: 'All members.' })
  async counts(@Root() progress: Progress, @Ctx() { database }: ApiContext) {
    const [all] = await progressGroups(database, keyOf(progress), officeDay(new Date()), []);
    return all && ProgressCounts.of(all);
  }

  @FieldResolver(() => [ProgressGroup], { description: 'The members in groups.' })
  async groups(
    @Root() progress: Progress,
    @Arg('by', () => [ProgressDimensionEnum], { description: 'What they are grouped by.' })
    by: ProgressDimension[],
    @Ctx() { database }: ApiContext,
  ): Promise<ProgressGroup[]> {
    const day = officeDay(new Date());
    const groups = await progressGroups(database, keyOf(progress), day, by);
    return groups.map(({ level = null, sector = null, ...counts }) =>
      Object.assign(new ProgressGroup(), {
        ...{ level, sectorCode: sector, counts: ProgressCounts.of(counts) },
      }),
    );
  }

  @FieldResolver(() => RosterMemberConnection, { description: 'By region code, then by name.' })
  async members(
    @Root() progress: Progress,
    @Args(() => MembersArgs) args: MembersArgs,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Connection<RosterMember>> {
    const list = memberList(keyOf(progress), officeDay(new Date()), filterOf(args));
    const found = await loaders.page(list, pageRequest(args));
    return connection(found, args, (record) => RosterMember.of(record));
  }
}

@Resolver(() => ProgressGroup)
export class ProgressGroupResolver {
  @FieldResolver(() => Sector, {
    nullable: true,
    description: 'Null: the agencies have none, or it was not asked for.',
  })
  async sector(
    @Root() { sectorCode }: ProgressGroup,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Sector | null> {
    const record = (await loaders.sectors()).find(({ code }) => code === sectorCode);
    return record ? Sector.of(record) : null;
  }
}

@Resolver(() => RosterMember)
export class RosterMemberResolver {
  @FieldResolver(() => Agency, { description: 'The agency.' })
  agency(@Root() { record }: RosterMember, @Ctx() { loaders }: ApiContext) {
    return findAgency(loaders, record.agencyId);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'Whom it hands in to, where that is not the office itself.',
  })
  reportsTo(@Root() { record }: RosterMember, @Ctx() { loaders }: ApiContext) {
    return findAgency(loaders, record.reportsTo);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'The member whose consolidated report holds it: it is compared, never added.',
  })
  countedIn(@Root() { record }: RosterMember, @Ctx() { loaders }: ApiContext) {
    return findAgency(loaders, record.countedIn);
  }

  @FieldResolver(() => Report, {
    nullable: true,
    description: 'The report that stands for it; null while it is missing, or may not be seen.',
  })
  async report(
    @Root() { record: { reportId } }: RosterMember,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Report | null> {
    const record = reportId === null ? null : await loaders.report.load(reportId);
    return record && Report.of(record);
  }
}
