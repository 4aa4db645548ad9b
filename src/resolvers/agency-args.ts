import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';

import { AgencyFilter } from '../schema/inputs/agency-filter.js';
import { PageArgs } from '../schema/page.js';

@ArgsType()
export class AgenciesArgs extends PageArgs {
  @Field(() => AgencyFilter, { nullable: true, description: 'Which agencies; all where absent.' })
  @IsOptional()
  @ValidateNested()
  filter?: AgencyFilter | null;
}
