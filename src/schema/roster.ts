import { createUnionType, Field, Int, ObjectType } from 'type-graphql';

import { enumType } from './enums/register.js';
import { Progress } from './progress.js';

export type OfficeRefusalCode =
  | 'REGION_UNKNOWN'
  | 'ROSTER_UNKNOWN'
  | 'ROSTER_EMPTY'
  | 'LIST_INVALID'
  | 'GOVERNMENT_UNKNOWN'
  | 'AGENCY_UNKNOWN'
  | 'AUTHOR_REQUIRED'
  | 'REASON_REQUIRED';

const OfficeRefusalEnum = enumType<OfficeRefusalCode>(
  'OfficeRefusalCode',
  'Why an office’s act was not done.',
  {
    REGION_UNKNOWN: 'There is no such region.',
    ROSTER_UNKNOWN: 'There is no roster to begin with.',
    ROSTER_EMPTY: 'Nobody would be on it.',
    LIST_INVALID: 'A list has faults; the message names the lines.',
    GOVERNMENT_UNKNOWN: 'The region’s own government is not a known agency.',
    AGENCY_UNKNOWN: 'There is no such agency.',
    AUTHOR_REQUIRED: 'The account has no name that could be shown.',
    REASON_REQUIRED: 'A reason is needed, of at most 2,000 characters.',
  },
);

@ObjectType({ simpleResolvers: true, description: 'Why it was not done; nothing was changed.' })
export class OfficeRefusal {
  @Field(() => OfficeRefusalEnum, { description: 'The reason, for programs.' })
  code!: OfficeRefusalCode;

  @Field(() => String, { description: 'The reason as a sentence.' })
  message!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A roster was made.' })
export class RosterMade {
  @Field(() => Int, { description: 'Its members.' })
  members!: number;

  @Field(() => Int, {
    description: 'Of these, members that another one’s consolidated report holds already.',
  })
  compared!: number;

  @Field(() => Progress, { description: 'How far they are.' })
  progress!: Progress;
}

export const RosterResult = createUnionType({
  name: 'RosterResult',
  description: 'The roster that was made, or why it was not.',
  types: () => [RosterMade, OfficeRefusal] as const,
});
