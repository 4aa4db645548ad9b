import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';

import type { LifeRefusalCode } from '../filing/life/refusal.js';
import { enumType } from './enums/register.js';
import { Finding } from './finding.js';
import { Report } from './report.js';
import { DateTime } from './scalars/date-time.js';

const LifeRefusalEnum = enumType<LifeRefusalCode>(
  'ReportRefusalCode',
  'Why a report was not changed.',
  {
    REPORT_UNKNOWN: 'There is no such report.',
    NOT_NEWEST: 'A newer revision has been handed in.',
    WRONG_STATUS: 'It does not stand where this step begins.',
    LEADER_REQUIRED: 'The leader in charge (分管领导) has to be named.',
    AUTHOR_REQUIRED: 'The account has no name that could be shown.',
    REASON_REQUIRED: 'A reason is needed, of at most 2,000 characters.',
    FINDING_UNKNOWN: 'There is no such finding any more: the checks have run since.',
    NOT_BLOCKING: 'The finding does not stand in the way of acceptance.',
    AGENCY_UNKNOWN: 'There is no such agency.',
    AGENCY_NOT_ON_ROSTER: 'The agency is not known.',
    YEAR_UNKNOWN: 'It is no year of a report.',
    NO_SUCH_CELL: 'The form has no such cell.',
    NOT_A_NUMBER: 'A text is no number that the cell can state.',
    INCOMPLETE: 'Cells of a table are missing.',
    NOTHING_TO_CORRECT: 'It says so already.',
    ALREADY_FILED: 'The same document is filed there already.',
    NOT_ALLOWED: 'The role does not reach this report; of a batch alone.',
    NOT_STORABLE: 'A text cannot be stored.',
  },
);

@ObjectType({ simpleResolvers: true, description: 'The report was changed.' })
export class ReportChanged {
  @Field(() => Report, { description: 'As it is now.' })
  report!: Report;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Findings stand in the way; they are repaired, waived or, X1, explained first.',
})
export class BlockedByFindings {
  @Field(() => [Finding], { description: 'Those that stand in the way.' })
  findings!: Finding[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'The report is not any more what the caller saw; nothing was done.',
})
export class ChangedMeanwhile {
  @Field(() => Report, { nullable: true, description: 'As it is now.' })
  now!: Report | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Why a report was not changed; nothing was done.',
})
export class ReportRefusal {
  @Field(() => LifeRefusalEnum, { description: 'The reason, for programs.' })
  code!: LifeRefusalCode;

  @Field(() => String, { description: 'The reason as a sentence.' })
  message!: string;
}

export const ReportStepResult = createUnionType({
  name: 'ReportStepResult',
  description: 'The changed report, or why it was not changed.',
  types: () => [ReportChanged, BlockedByFindings, ChangedMeanwhile, ReportRefusal] as const,
});

@ObjectType({ simpleResolvers: true, description: 'What became of one report of a batch.' })
export class BatchOutcome {
  @Field(() => ID, { description: 'The id that was asked for.' })
  id!: string;

  @Field(() => ReportStepResult, { description: 'As of the step for one report.' })
  result!: typeof ReportStepResult;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Why a report may be accepted although a finding stands.',
})
export class Waiver {
  @Field(() => String, { description: 'The reason given.' })
  reason!: string;

  @Field(() => String, { description: 'Name of the person who approved it.' })
  by!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Where a revision of a report stands in its life, and how it came there.',
})
export class ReportLife {
  @Field(() => Int, {
    description: 'Counts every change; a step says which version was looked at.',
  })
  version!: number;

  @Field(() => DateTime, { description: 'Since when it has its status.' })
  since!: Date;

  @Field(() => String, { nullable: true, description: 'Why it was returned or withdrawn.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The leader in charge (分管领导), whom the submission names.',
  })
  responsibleLeader!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was handed in; null where it was imported.',
  })
  submittedAt!: Date | null;
}
