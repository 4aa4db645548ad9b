import { ArgsType, Field, Float, ObjectType } from 'type-graphql';
import { IsOptional, IsString } from 'class-validator';

import type * as shapes from '../rollup/shapes.js';
import { MetricEnum } from './enums/metric.js';
import { Decimal } from './scalars/decimal.js';

@ObjectType({ simpleResolvers: true, description: 'A key figure or the ratio of two.' })
export class Indicator implements shapes.Indicator {
  @Field(() => MetricEnum, { description: 'The figure that was asked for.' })
  metric!: string;

  @Field(() => MetricEnum, { nullable: true, description: 'What it is divided by, where asked.' })
  per!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Null where the figure is not stated or the denominator is zero.',
  })
  value!: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The exact figure; of a ratio the upper one.',
  })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Null for a plain figure.' })
  denominator!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Wilson 95 % interval; null unless the numerator is a part of the denominator.',
  })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the interval, see `low`.' })
  high!: number | null;
}

@ArgsType()
export class IndicatorArgs {
  @Field(() => MetricEnum, { description: 'The figure.' })
  @IsString()
  metric!: string;

  @Field(() => MetricEnum, { nullable: true, description: 'What to divide it by.' })
  @IsOptional()
  per?: string | null;
}
