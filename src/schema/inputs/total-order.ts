import { IsBoolean, IsOptional, IsString, Min } from 'class-validator';
import { Field, InputType } from 'type-graphql';

import { MetricEnum } from '../enums/metric.js';
import { Count } from '../scalars/count.js';

@InputType({
  description: 'By an indicator; groups in which it is null come last, equal ones in key order.',
})
export class TotalOrder {
  @Field(() => MetricEnum, { description: 'The figure.' })
  @IsString()
  metric!: string;

  @Field(() => MetricEnum, { nullable: true, description: 'What it is divided by.' })
  @IsOptional()
  per?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Largest first.' })
  @IsBoolean()
  descending!: boolean;

  @Field(() => Count, {
    defaultValue: 0,
    description: 'Leaves out groups whose ratio has a smaller denominator.',
  })
  @Min(0)
  minimumDenominator!: number;
}
