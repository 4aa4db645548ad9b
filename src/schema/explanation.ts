import { Field, ObjectType } from 'type-graphql';

import type { ExplanationRecord } from '../rollup/records.js';
import { DateTime } from './scalars/date-time.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'What the responsible person says of a finding. It stands as long as the finding’s check, cells and figures do, ' +
    'and changes no count: an explained error is still one.',
})
export class Explanation implements ExplanationRecord {
  @Field(() => String, { description: 'The explanation.' })
  text!: string;

  @Field(() => String, { description: 'Name of the person.' })
  by!: string;

  @Field(() => DateTime, { description: 'When it was given.' })
  at!: Date;

  @Field(() => Boolean, { description: 'The finding is held to be no fault of the report.' })
  dismissed!: boolean;
}
