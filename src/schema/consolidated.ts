import { createUnionType, Field, Int, ObjectType } from 'type-graphql';

import { cellLabel } from '../format/cell-label.js';
import type { CellAddress, Language } from '../format/form.js';
import { Agency } from './agency.js';
import { LanguageArg } from './enums/language.js';
import { enumType } from './enums/register.js';
import { Report } from './report.js';
import { OfficeRefusal } from './roster.js';
import { DateTime } from './scalars/date-time.js';
import { Decimal } from './scalars/decimal.js';

export type MemberProblemKind = 'MISSING' | 'FAILS_CHECKS';

const MemberProblemEnum = enumType<MemberProblemKind>(
  'MemberProblemKind',
  'Why a member stands in the way of consolidation.',
  {
    MISSING: 'It has no accepted or published report.',
    FAILS_CHECKS: 'Its report breaks A1, A2, A3 or A4.',
  },
);

@ObjectType({ simpleResolvers: true, description: 'A member that stands in the way.' })
export class MemberProblem {
  @Field(() => Agency, { description: 'The member.' })
  agency!: Agency;

  @Field(() => MemberProblemEnum, { description: 'What is wrong.' })
  problem!: MemberProblemKind;

  @Field(() => [String], { description: 'Of A1 to A4, those that its report breaks.' })
  checks!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Members are missing or failing, and nobody said why that should not matter.',
})
export class ConsolidationIncomplete {
  @Field(() => [MemberProblem], { description: 'Those that stand in the way.' })
  problems!: MemberProblem[];
}

@ObjectType({ simpleResolvers: true, description: 'The members were added up.' })
export class Consolidated {
  @Field(() => Report, { description: 'The consolidated report, a draft.' })
  report!: Report;

  @Field(() => Int, { description: 'Members that were added up.' })
  members!: number;

  @Field(() => Boolean, { description: 'False where the same was added up before.' })
  changed!: boolean;
}

export const ConsolidateResult = createUnionType({
  name: 'ConsolidateResult',
  description: 'The consolidated report, or why there is none.',
  types: () => [Consolidated, ConsolidationIncomplete, OfficeRefusal] as const,
});

@ObjectType({
  simpleResolvers: true,
  description: 'Why a member was left out or added up all the same.',
})
export class ConsolidationOverride {
  @Field(() => Agency, { description: 'The member.' })
  agency!: Agency;

  @Field(() => MemberProblemEnum, { description: 'What was wrong with it.' })
  problem!: MemberProblemKind;

  @Field(() => String, { description: 'The reason given.' })
  reason!: string;

  @Field(() => String, { description: 'Who gave it.' })
  by!: string;
}

@ObjectType({ description: 'A cell that would be another if the members were added up anew.' })
export class MovedCell {
  address!: CellAddress;

  @Field(() => String, {
    simple: true,
    description: 'The cell, e.g. REQUESTS/NOT_HELD/naturalPerson.',
  })
  cell!: string;

  @Field(() => Decimal, { simple: true, nullable: true, description: 'What was added up.' })
  was!: string | null;

  @Field(() => Decimal, { simple: true, nullable: true, description: 'What it would be now.' })
  is!: string | null;

  @Field(() => String, { description: 'Where a person finds it on the form.' })
  label(@LanguageArg() language: Language): string {
    return cellLabel(this.address, language);
  }
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A member whose report is another, or says something else, than when it was added up.',
})
export class ChangedMember {
  @Field(() => Agency, { description: 'The member.' })
  agency!: Agency;

  @Field(() => Report, { nullable: true, description: 'The report that was added up.' })
  before!: Report | null;

  @Field(() => Report, { nullable: true, description: 'The report that would be.' })
  after!: Report | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What has changed since; nothing where both lists are empty.',
})
export class Staleness {
  @Field(() => [ChangedMember], { description: 'Members that give something else.' })
  members!: ChangedMember[];

  @Field(() => [MovedCell], { description: 'Cells that move by it, and by how much.' })
  cells!: MovedCell[];
}

@ObjectType({ simpleResolvers: true, description: 'What a member gave to a cell.' })
export class MemberFigure {
  @Field(() => Agency, { description: 'The member.' })
  agency!: Agency;

  @Field(() => Report, {
    nullable: true,
    description: 'The report that was added up; null where it was missing, or may not be seen.',
  })
  report!: Report | null;

  @Field(() => Decimal, { nullable: true, description: 'Null where it states none.' })
  value!: string | null;
}

@ObjectType({ description: 'How a report came about that was added up from its members here.' })
export class ConsolidationRecord {
  reportId!: string;
  regionCode!: string;

  @Field(() => DateTime, {
    simple: true,
    nullable: true,
    description: 'With the members’ reports as they stood then; null: as they were.',
  })
  asOf!: Date | null;

  @Field(() => String, { simple: true, description: 'Who added it up.' })
  by!: string;
}
