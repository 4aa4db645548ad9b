import { IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';

import type { AgencyKind, RegionLevel } from '../../rollup/shapes.js';
import { AgencyKindEnum, RegionLevelEnum } from '../enums/region.js';
import { RegionCode } from '../scalars/region-code.js';
import { FilterList } from './filter-list.js';
import { IsPlainText } from './plain-text.js';

@InputType({
  description:
    'Which agencies. Absent or null does not restrict, an empty list matches nothing, a code that does not exist is refused.',
})
export class AgencyFilter {
  @Field(() => [RegionCode], {
    nullable: true,
    description: 'By location, with everything beneath each region.',
  })
  @FilterList()
  regions?: string[] | null;

  @Field(() => [RegionLevelEnum], {
    nullable: true,
    description: 'Levels of the government whose organ the agency is.',
  })
  @FilterList()
  levels?: RegionLevel[] | null;

  @Field(() => [AgencyKindEnum], { nullable: true, description: 'Kinds of agency.' })
  @FilterList()
  kinds?: AgencyKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes. An agency matches with any of its sectors.',
  })
  @FilterList()
  @IsPlainText()
  sectors?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Matches names, aliases, the first letters of these as spoken (zksgaj), and the unified social credit code.',
  })
  @IsOptional()
  @IsPlainText()
  search?: string | null;
}
