import { IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';

import type { ReportScope } from '../format/report.js';
import { ReportScopeEnum } from '../schema/enums/report.js';
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

/** One report of an agency. */
@ArgsType()
export class AgencyReportArgs {
  @Field(() => Int, { description: 'The year reported on.' })
  @IsInt()
  year!: number;

  @Field(() => ReportScopeEnum, { defaultValue: 'ORGAN', description: 'Whose requests it counts.' })
  @IsIn(Object.keys(ReportScopeEnum))
  scope!: ReportScope;
}

/** One report of any agency. */
@ArgsType()
export class ReportArgs {
  @Field(() => ID, { description: 'The id of the agency.' })
  @IsString()
  agency!: string;

  @Field(() => Int, { description: 'The year reported on.' })
  @IsInt()
  year!: number;

  @Field(() => ReportScopeEnum, { defaultValue: 'ORGAN', description: 'Whose requests it counts.' })
  @IsIn(Object.keys(ReportScopeEnum))
  scope!: ReportScope;
}
