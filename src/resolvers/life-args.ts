import { IsBoolean, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

import type { ReportScope } from '../format/report.js';
import { ReportScopeEnum } from '../schema/enums/report.js';

/** Longest reason that is read; filing refuses what is longer than it keeps. */
const LONGEST_REASON = 4000;

const VERSION = 'ReportLife.version as it was looked at; another one by now refuses the step.';

/** A report as somebody looked at it. */
@ArgsType()
export class SeenArgs {
  @Field(() => ID, { description: 'The report.' })
  @IsString()
  report!: string;

  @Field(() => Int, { description: VERSION })
  @IsInt()
  version!: number;
}

@ArgsType()
export class ReasonedArgs extends SeenArgs {
  @Field(() => String, { description: 'The reason.' })
  @MaxLength(LONGEST_REASON)
  reason!: string;
}

@ArgsType()
export class SubmitArgs extends SeenArgs {
  @Field(() => String, { description: 'The leader in charge (分管领导).' })
  @MaxLength(LONGEST_REASON)
  responsibleLeader!: string;
}

@ArgsType()
export class FindingArgs {
  @Field(() => ID, { description: 'The finding.' })
  @IsString()
  finding!: string;

  @Field(() => String, { description: 'The reason, shown to everybody beside the figure.' })
  @MaxLength(LONGEST_REASON)
  reason!: string;
}

@ArgsType()
export class ExplainArgs extends FindingArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: the finding is held to be no fault of the report; for reviewers.',
  })
  @IsBoolean()
  dismiss!: boolean;
}

@ArgsType()
export class CorrectCellArgs extends ReasonedArgs {
  @Field(() => String, {
    description:
      'The cell, e.g. REQUESTS/NOT_HELD/naturalPerson or ACTIVE_DISCLOSURE/licensingDecisions.',
  })
  @MaxLength(200)
  cell!: string;

  @Field(() => String, { description: 'The number as printed; / where none is stated.' })
  @MaxLength(200)
  value!: string;
}

@ArgsType()
export class CorrectIdentityArgs extends ReasonedArgs {
  @Field(() => ID, { nullable: true, description: 'The right agency; absent: it stays.' })
  @IsOptional()
  @IsString()
  agency?: string | null;

  @Field(() => Int, { nullable: true, description: 'The right year; absent: it stays.' })
  @IsOptional()
  @IsInt()
  year?: number | null;

  @Field(() => ReportScopeEnum, {
    nullable: true,
    description: 'The right scope; absent: it stays.',
  })
  @IsOptional()
  scope?: ReportScope | null;
}

@InputType({ description: 'A report as somebody looked at it.' })
export class SeenReport {
  @Field(() => ID, { description: 'The report.' })
  @IsString()
  report!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt()
  version?: number | null;
}
