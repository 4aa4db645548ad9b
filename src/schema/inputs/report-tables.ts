import { IsArray, IsInt, IsOptional, ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';

import type { TableName } from '../../format/form.js';
import { OutcomeEnum } from '../enums/outcome.js';
import { columnText, rowText, singleText, tableText } from '../labels.js';
import { Count } from '../scalars/count.js';
import { Decimal } from '../scalars/decimal.js';
import { applyDecorators } from './apply-decorators.js';

/** A figure of a column; null says that it is left blank, absent that it is not filled in yet. */
const Figure = (table: TableName, column: string): PropertyDecorator =>
  applyDecorators(
    Field(() => Count, { nullable: true, description: columnText(table, column) }),
    IsOptional(),
    IsInt(),
  );

/** A figure of a row that has one. */
const SingleFigure = (row: string): PropertyDecorator =>
  applyDecorators(
    Field(() => Count, { nullable: true, description: singleText('ACTIVE_DISCLOSURE', row) }),
    IsOptional(),
    IsInt(),
  );

@InputType({ description: 'Documents of one kind as filled in.' })
export class DocumentCountsInput {
  @Figure('ACTIVE_DISCLOSURE', 'issued')
  issued?: number | null;

  @Figure('ACTIVE_DISCLOSURE', 'repealed')
  repealed?: number | null;

  @Figure('ACTIVE_DISCLOSURE', 'inForce')
  inForce?: number | null;
}

@InputType({ description: 'Table two as filled in.' })
export class ActiveDisclosureInput {
  @Field(() => DocumentCountsInput, { description: rowText('ACTIVE_DISCLOSURE', 'regulations') })
  @ValidateNested()
  regulations!: DocumentCountsInput;

  @Field(() => DocumentCountsInput, {
    description: rowText('ACTIVE_DISCLOSURE', 'normativeDocuments'),
  })
  @ValidateNested()
  normativeDocuments!: DocumentCountsInput;

  @SingleFigure('licensingDecisions')
  licensingDecisions?: number | null;

  @SingleFigure('penaltyDecisions')
  penaltyDecisions?: number | null;

  @SingleFigure('coercionDecisions')
  coercionDecisions?: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description: singleText('ACTIVE_DISCLOSURE', 'administrativeFeesWan', 'In 万元 (10,000 yuan).'),
  })
  @IsOptional()
  administrativeFeesWan?: string | null;
}

@InputType({ description: 'A row of table three as filled in.' })
export class ApplicantCountsInput {
  @Figure('REQUESTS', 'naturalPerson')
  naturalPerson?: number | null;

  @Figure('REQUESTS', 'businessEnterprise')
  businessEnterprise?: number | null;

  @Figure('REQUESTS', 'researchInstitution')
  researchInstitution?: number | null;

  @Figure('REQUESTS', 'publicInterestOrganization')
  publicInterestOrganization?: number | null;

  @Figure('REQUESTS', 'legalServiceAgency')
  legalServiceAgency?: number | null;

  @Figure('REQUESTS', 'otherOrganization')
  otherOrganization?: number | null;

  @Figure('REQUESTS', 'total')
  total?: number | null;
}

@InputType({ description: 'Requests decided in one way, as filled in.' })
export class OutcomeCountsInput {
  @Field(() => OutcomeEnum, { description: 'The way they were decided.' })
  outcome!: string;

  @Field(() => ApplicantCountsInput, { description: 'By kind of applicant.' })
  @ValidateNested()
  counts!: ApplicantCountsInput;
}

@InputType({ description: 'Table three as filled in.' })
export class RequestTableInput {
  @Field(() => ApplicantCountsInput, { description: rowText('REQUESTS', 'received') })
  @ValidateNested()
  received!: ApplicantCountsInput;

  @Field(() => ApplicantCountsInput, { description: rowText('REQUESTS', 'carriedIn') })
  @ValidateNested()
  carriedIn!: ApplicantCountsInput;

  @Field(() => [OutcomeCountsInput], { description: 'Every way of the edition, each once.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested()
  outcomes!: OutcomeCountsInput[];

  @Field(() => ApplicantCountsInput, { description: rowText('REQUESTS', 'completed') })
  @ValidateNested()
  completed!: ApplicantCountsInput;

  @Field(() => ApplicantCountsInput, { description: rowText('REQUESTS', 'carriedOut') })
  @ValidateNested()
  carriedOut!: ApplicantCountsInput;
}

@InputType({ description: 'A track of table four as filled in.' })
export class AppealCountsInput {
  @Figure('APPEALS', 'upheld')
  upheld?: number | null;

  @Figure('APPEALS', 'corrected')
  corrected?: number | null;

  @Figure('APPEALS', 'otherResult')
  otherResult?: number | null;

  @Figure('APPEALS', 'pending')
  pending?: number | null;

  @Figure('APPEALS', 'total')
  total?: number | null;
}

@InputType({ description: 'Table four as filled in.' })
export class AppealTableInput {
  @Field(() => AppealCountsInput, { description: rowText('APPEALS', 'reconsideration') })
  @ValidateNested()
  reconsideration!: AppealCountsInput;

  @Field(() => AppealCountsInput, { description: rowText('APPEALS', 'litigationDirect') })
  @ValidateNested()
  litigationDirect!: AppealCountsInput;

  @Field(() => AppealCountsInput, {
    description: rowText('APPEALS', 'litigationAfterReconsideration'),
  })
  @ValidateNested()
  litigationAfterReconsideration!: AppealCountsInput;
}

@InputType({
  description:
    'The three tables as an agency fills them in, in the form of 2021. A null says that a cell is left blank; every cell of ' +
    'a table has to be given.',
})
export class ReportTablesInput {
  @Field(() => ActiveDisclosureInput, { description: tableText('ACTIVE_DISCLOSURE') })
  @ValidateNested()
  activeDisclosure!: ActiveDisclosureInput;

  @Field(() => RequestTableInput, { description: tableText('REQUESTS') })
  @ValidateNested()
  requests!: RequestTableInput;

  @Field(() => AppealTableInput, { description: tableText('APPEALS') })
  @ValidateNested()
  appeals!: AppealTableInput;
}
