import { ArgsType, Field, ObjectType } from 'type-graphql';
import { IsIn, IsOptional, IsString } from 'class-validator';

import type { TableName } from '../format/form.js';
import { connectionOf } from './connection.js';
import { MetricEnum } from './enums/metric.js';
import { TableNameEnum } from './enums/report.js';
import { IsPlainText } from './inputs/plain-text.js';
import { PageArgs } from './page.js';
import { Report } from './report.js';
import { Decimal } from './scalars/decimal.js';

@ObjectType({ simpleResolvers: true, description: 'What one report gave to a cell of a total.' })
export class Contribution {
  @Field(() => Report, { description: 'The report.' })
  report!: Report;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Null where the report does not state the cell.',
  })
  value!: string | null;
}

export const ContributionConnection = connectionOf(
  'Contribution',
  () => Contribution,
  'contributions',
);

@ArgsType()
export class ContributionArgs extends PageArgs {
  @Field(() => TableNameEnum, { description: 'The table of the cell.' })
  @IsIn(Object.keys(TableNameEnum))
  table!: TableName;

  @Field(() => String, { description: 'Machine name of the row, as in Cell.' })
  @IsPlainText()
  row!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Machine name of the column, as in Cell; none where the row has one cell.',
  })
  @IsOptional()
  @IsPlainText()
  column?: string | null;
}

@ArgsType()
export class IndicatorContributionArgs extends PageArgs {
  @Field(() => MetricEnum, { description: 'The figure; of a rate its numerator is meant.' })
  @IsString()
  metric!: string;
}
