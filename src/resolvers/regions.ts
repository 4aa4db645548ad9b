import { IsOptional } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { regionAgencyList } from '../rollup/agency-list.js';
import { childList, regionList } from '../rollup/region-list.js';
import type { RegionLevel } from '../rollup/shapes.js';
import { Agency, AgencyConnection } from '../schema/agency.js';
import type { Connection } from '../schema/connection.js';
import type { ApiContext } from '../schema/context.js';
import { RegionLevelEnum } from '../schema/enums/region.js';
import { IsPlainText } from '../schema/inputs/plain-text.js';
import { PageArgs } from '../schema/page.js';
import { Region, RegionConnection } from '../schema/region.js';
import { RegionCode } from '../schema/scalars/region-code.js';
import { AgenciesArgs } from './agency-args.js';
import { agencyFilter, demandRegions } from './filters.js';
import { connection, pageRequest } from './paging.js';
import { ancestorsOf, findRegion } from './region-lookup.js';

@ArgsType()
class RegionsArgs extends PageArgs {
  @Field(() => RegionLevelEnum, { nullable: true, description: 'Regions of this level alone.' })
  @IsOptional()
  level?: RegionLevel | null;

  @Field(() => RegionCode, { nullable: true, description: 'What lies beneath this region alone.' })
  @IsOptional()
  under?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the full name.' })
  @IsOptional()
  @IsPlainText()
  search?: string | null;
}

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'A region by its code; abolished ones too.' })
  region(
    @Arg('code', () => RegionCode, { description: 'Its code or the prefix of it.' }) code: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Region | null> {
    return findRegion(loaders, code);
  }

  @Query(() => RegionConnection, {
    description: 'Existing regions by code, `under` itself not included.',
  })
  async regions(
    @Args(() => RegionsArgs) args: RegionsArgs,
    @Ctx() context: ApiContext,
  ): Promise<Connection<Region>> {
    if (args.under != null) await demandRegions([args.under], context);
    const found = await context.loaders.page(regionList(args), pageRequest(args));
    return connection(found, args, (record) => Region.of(record));
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'Null for the country and for the fictional province of the sample data.',
  })
  parent(@Root() { parentCode }: Region, @Ctx() { loaders }: ApiContext): Promise<Region | null> {
    return findRegion(loaders, parentCode);
  }

  @FieldResolver(() => [Region], { description: 'From the country down to the parent.' })
  ancestors(@Root() region: Region, @Ctx() { loaders }: ApiContext): Promise<Region[]> {
    return ancestorsOf(loaders, region);
  }

  @FieldResolver(() => [Region], { description: 'What became of it, where it is abolished.' })
  async successors(
    @Root() { code }: Region,
    @Ctx() { loaders }: ApiContext,
  ): Promise<readonly Region[]> {
    return (await loaders.regionSuccessors.load(code)).map((record) => Region.of(record));
  }

  @FieldResolver(() => RegionConnection, {
    description: 'Existing regions right beneath it, by code.',
  })
  async children(
    @Root() { code }: Region,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Connection<Region>> {
    const found = await loaders.page(childList(code), pageRequest(args));
    return connection(found, args, (record) => Region.of(record));
  }

  @FieldResolver(() => AgencyConnection, {
    description: 'Agencies of this region and of everything beneath, by region code and name.',
  })
  async agencies(
    @Root() { code }: Region,
    @Args(() => AgenciesArgs) args: AgenciesArgs,
    @Ctx() context: ApiContext,
  ): Promise<Connection<Agency>> {
    const filter = await agencyFilter(args.filter, context);
    const found = await context.loaders.page(regionAgencyList(code, filter), pageRequest(args));
    return connection(found, args, (record) => Agency.of(record));
  }
}
