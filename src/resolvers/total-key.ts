import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Agency, Sector } from '../schema/agency.js';
import type { ApiContext } from '../schema/context.js';
import { Region } from '../schema/region.js';
import { TotalKey } from '../schema/total.js';
import { findAgency } from './agency-lookup.js';
import { findRegion } from './region-lookup.js';

@Resolver(() => TotalKey)
export class TotalKeyResolver {
  @FieldResolver(() => Region, { nullable: true, description: 'Of the dimension PROVINCE.' })
  province(@Root() { values }: TotalKey, @Ctx() { loaders }: ApiContext): Promise<Region | null> {
    return findRegion(loaders, values.province);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Of the dimension PREFECTURE.' })
  prefecture(@Root() { values }: TotalKey, @Ctx() { loaders }: ApiContext): Promise<Region | null> {
    return findRegion(loaders, values.prefecture);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Of the dimension COUNTY.' })
  county(@Root() { values }: TotalKey, @Ctx() { loaders }: ApiContext): Promise<Region | null> {
    return findRegion(loaders, values.county);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Of the dimension CHILD_REGION.' })
  childRegion(
    @Root() { values }: TotalKey,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Region | null> {
    return findRegion(loaders, values.childRegion);
  }

  @FieldResolver(() => Sector, { nullable: true, description: 'Of the dimension SECTOR.' })
  async sector(
    @Root() { values }: TotalKey,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Sector | null> {
    if (values.sector == null) return null;
    const found = (await loaders.sectors()).find(({ code }) => code === values.sector);
    return found ? Sector.of(found) : null;
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'Of the dimension AGENCY.' })
  agency(@Root() { values }: TotalKey, @Ctx() { loaders }: ApiContext): Promise<Agency | null> {
    return findAgency(loaders, values.agency);
  }
}
