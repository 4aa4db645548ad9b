import {
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';

import { searchText } from '../rollup/text-search.js';
import type { ApiContext } from '../schema/context.js';
import { isDatabaseId, readGlobalId, globalId } from '../schema/global-id.js';
import { ReportFilter } from '../schema/inputs/report-filter.js';
import { Report } from '../schema/report.js';
import { TextHit, TextSearch } from '../schema/text-search.js';
import { badInput } from '../schema/errors.js';
import { reportFilter } from './filters.js';

@ArgsType()
class TextSearchArgs {
  @Field(() => String, { description: 'What to look for, as it is printed; 2 to 50 characters.' })
  @IsString()
  @MinLength(2)
  @MaxLength(50)
  text!: string;

  @Field(() => ReportFilter, {
    nullable: true,
    description: 'In which reports; published ORGAN reports of the country where absent.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: ReportFilter | null;

  @Field(() => Int, {
    defaultValue: 20,
    description: 'At most so many hits, but all of the last report.',
  })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => String, { nullable: true, description: '`next` of the stretch before.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  after?: string | null;
}

@Resolver()
export class TextSearchResolver {
  @Query(() => TextSearch, {
    description:
      'Looks for a text in the sections of reports. Each call goes through a stretch of them, so that it costs the same ' +
      'however many are stored; `next` goes on.',
  })
  async searchText(
    @Args(() => TextSearchArgs) { text, filter, first, after }: TextSearchArgs,
    @Ctx() context: ApiContext,
  ): Promise<TextSearch> {
    const found = await searchText(context.database, {
      ...{ text: text.trim(), first, before: behind(after) },
      filter: await reportFilter(filter, context),
    });
    return Object.assign(new TextSearch(), {
      searched: found.searched,
      next: found.next === null ? null : globalId('Report', found.next),
      hits: found.hits.map(({ report, ...hit }) =>
        Object.assign(new TextHit(), { ...hit, report: Report.of(report) }),
      ),
    });
  }
}

/** @throws BAD_USER_INPUT */
function behind(after: string | null | undefined): string | null {
  if (after == null) return null;
  const id = readGlobalId(after);
  if (id?.type !== 'Report' || !isDatabaseId(id.key))
    throw badInput('after is no `next` of a search.');
  return id.key;
}
