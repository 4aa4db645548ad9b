import { IsOptional, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';

import { catalogue } from '../checks/catalogue.js';
import { checkHits } from '../rollup/check-hits.js';
import { Check, CheckHits } from '../schema/check.js';
import type { ApiContext } from '../schema/context.js';
import { ReportFilter } from '../schema/inputs/report-filter.js';
import { checkOf } from './check-lookup.js';
import { reportFilter } from './filters.js';

@ArgsType()
class CheckHitsArgs {
  @Field(() => ReportFilter, {
    nullable: true,
    description: 'Which reports; published ORGAN reports of the country where absent.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: ReportFilter | null;
}

@Resolver(() => Check)
export class CheckResolver {
  @Query(() => [Check], { description: 'The catalogue of checks, in its order.' })
  checks(): Check[] {
    return catalogue.map(({ code }) => checkOf(code));
  }

  @Query(() => [CheckHits], {
    description:
      'In how many reports each check found something, year by year, by code; checks that found nothing are left out. ' +
      'Counted from the rows: ask for a region or for few years.',
  })
  async checkHits(
    @Args(() => CheckHitsArgs) { filter }: CheckHitsArgs,
    @Ctx() context: ApiContext,
  ): Promise<CheckHits[]> {
    const found = await checkHits(context.database, await reportFilter(filter, context));
    return found.map(({ check, ...numbers }) =>
      Object.assign(new CheckHits(), { check: checkOf(check), ...numbers }),
    );
  }
}
