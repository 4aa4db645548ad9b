import { Field, ObjectType } from 'type-graphql';

import type * as shapes from '../rollup/shapes.js';
import { sumOfStated } from './sum.js';
import { columnText, rowText } from './labels.js';
import { Count } from './scalars/count.js';

const TABLE = 'APPEALS';

const column = (key: string): { nullable: true; description: string; simple: true } => ({
  nullable: true,
  description: columnText(TABLE, key),
  simple: true,
});

@ObjectType({ description: 'Cases of one track by their result.' })
export class AppealCounts implements shapes.AppealCounts {
  @Field(() => Count, column('upheld'))
  upheld!: number | null;

  @Field(() => Count, column('corrected'))
  corrected!: number | null;

  @Field(() => Count, column('otherResult'))
  otherResult!: number | null;

  @Field(() => Count, column('pending'))
  pending!: number | null;

  @Field(() => Count, {
    nullable: true,
    simple: true,
    description: columnText(TABLE, 'total', 'As in ApplicantCounts.'),
  })
  total!: number | null;

  @Field(() => Count, {
    nullable: true,
    description: 'The four results added up; null where all four are null.',
  })
  computedTotal(): number | null {
    return sumOfStated([this.upheld, this.corrected, this.otherResult, this.pending]);
  }
}

@ObjectType({
  simpleResolvers: true,
  description: 'Cases that were brought against decisions on requests.',
})
export class AppealTable implements shapes.AppealTable {
  @Field(() => AppealCounts, { description: rowText(TABLE, 'reconsideration') })
  reconsideration!: AppealCounts;

  @Field(() => AppealCounts, {
    description: `行政诉讼: ${rowText(TABLE, 'litigationDirect')}`,
  })
  litigationDirect!: AppealCounts;

  @Field(() => AppealCounts, {
    description: `行政诉讼: ${rowText(TABLE, 'litigationAfterReconsideration')}`,
  })
  litigationAfterReconsideration!: AppealCounts;
}
