import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Loaders } from '../rollup/loaders.js';
import type { SectorRecord } from '../rollup/records.js';
import type { TotalKey as Key } from '../rollup/shapes.js';
import { Agency, Sector } from '../schema/agency.js';
import type { ApiContext } from '../schema/context.js';
import { Region } from '../schema/region.js';
import { TotalKey } from '../schema/total.js';
import { findAgency } from './agency-lookup.js';
import { findRegion } from './region-lookup.js';

type Maybe<T> = T | null | Promise<T | null>;

/** The sector of a code, at once where the sectors are known; null where there is none. */
export function findSector(loaders: Loaders, code: string | null | undefined): Maybe<Sector> {
  if (code == null) return null;
  const { sectors } = loaders.seen;
  if (sectors) return sectorOf(sectors.get(code));
  return loaders.sectors().then((all) => sectorOf(all.find((sector) => sector.code === code)));
}

const sectorOf = (record: SectorRecord | undefined): Sector | null =>
  record ? Sector.of(record) : null;

const regionFields = ['province', 'prefecture', 'county', 'childRegion'] as const;

/** Looks up what keys name of the fields that somebody asked for, so that hundreds of them are answered at once. */
export async function seeKeys(
  loaders: Loaders,
  keys: readonly Key[],
  selected: ReadonlySet<string>,
): Promise<void> {
  const asked = regionFields.filter((field) => selected.has(field));
  const codes = new Set(asked.flatMap((field) => keys.flatMap((key) => key[field] ?? [])));
  await Promise.all([
    selected.has('sector') && keys.some(({ sector }) => sector != null) ? loaders.sectors() : null,
    ...[...codes].map((code) => loaders.region.load(code)),
  ]);
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
  sector(@Root() { values }: TotalKey, @Ctx() { loaders }: ApiContext): Maybe<Sector> {
    return findSector(loaders, values.sector);
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'Of the dimension AGENCY.' })
  agency(@Root() { values }: TotalKey, @Ctx() { loaders }: ApiContext): Promise<Agency | null> {
    return findAgency(loaders, values.agency);
  }
}
