import { Field, ObjectType } from 'type-graphql';

import type * as shapes from '../rollup/shapes.js';
import { Count } from './scalars/count.js';

@ObjectType({ simpleResolvers: true, description: 'What a total rests on.' })
export class Coverage implements shapes.Coverage {
  @Field(() => Count, { description: 'Reports added.' })
  reports!: number;

  @Field(() => Count, { description: 'Agencies that these reports are of.' })
  agencies!: number;

  @Field(() => Count, {
    nullable: true,
    description:
      'Reports due: the roster’s entries for the group, an agency once a year; null where there is no roster.',
  })
  expected!: number | null;

  @Field(() => Count, {
    description: 'Of the reports added, those with a finding of severity ERROR.',
  })
  reportsWithErrors!: number;

  /** Served by table, or added up, by its resolver. */
  unstatedCells!: shapes.Coverage['unstatedCells'];
}
