import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';

import { ReportFilter } from '../schema/inputs/report-filter.js';
import { PageArgs } from '../schema/page.js';

@ArgsType()
export class ReportsArgs extends PageArgs {
  @Field(() => ReportFilter, {
    nullable: true,
    description: 'Which reports; published ORGAN reports of the country where absent.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: ReportFilter | null;
}
