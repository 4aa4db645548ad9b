import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Loaders } from '../rollup/loaders.js';
import { Agency, Sector } from '../schema/agency.js';
import type { ApiContext } from '../schema/context.js';
import { Region } from '../schema/region.js';
import { TotalKey } from '../schema/total.js';
import { findAgency } from './agency-lookup.js';
import { findRegion } from './region-lookup.js';

/** The sector of a code; null where there is none. */
export async function findSector(
  loaders: Loaders,
  code: string | null | undefined,
): Promise<Sector | null> {
  if (code == null) return null;
  const found = (await loaders.sectors()).find((sector) => sector.code === code);
  return found ? Sector.of(found) : null;
}

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
  sector(@Root() { values }: TotalKey, @Ctx() { loaders }: ApiContext): Promise<Sector | null> {
    return findSector(loaders, values.sector);
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'Of the dimension AGENCY.' })
  agency(@Root() { values }: TotalKey, @Ctx() { loaders }: ApiContext): Promise<Agency | null> {
    return findAgency(loaders, values.agency);
  }
}
