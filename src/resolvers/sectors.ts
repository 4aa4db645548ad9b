import { Ctx, Query, Resolver } from 'type-graphql';

import { Sector } from '../schema/agency.js';
import type { ApiContext } from '../schema/context.js';

@Resolver(() => Sector)
export class SectorResolver {
  @Query(() => [Sector], { description: 'Every field of work, in the usual order.' })
  async sectors(@Ctx() { loaders }: ApiContext): Promise<Sector[]> {
    return (await loaders.sectors()).map((record) => Sector.of(record));
  }
}
