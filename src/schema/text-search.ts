import { Field, Int, ObjectType } from 'type-graphql';

import { Report } from './report.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A sentence of a report in which a text stands.',
})
export class TextHit {
  @Field(() => Report, { description: 'The report.' })
  report!: Report;

  @Field(() => Int, { description: 'Ordinal of the section, as in ReportSection.' })
  ordinal!: number;

  @Field(() => String, { description: 'Heading of the section.' })
  heading!: string;

  @Field(() => String, { description: 'The sentence; personal data in it are masked.' })
  sentence!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What was found in a stretch of at most 3,000 reports, those filed last first. It may hold nothing and yet go on.',
})
export class TextSearch {
  @Field(() => [TextHit], { description: 'What was found, all of a report together.' })
  hits!: TextHit[];

  @Field(() => Int, { description: 'How many reports were gone through.' })
  searched!: number;

  @Field(() => String, {
    nullable: true,
    description: 'To be given as `after` to go on; null where all reports were gone through.',
  })
  next!: string | null;
}
