import { createUnionType, Field, ObjectType } from 'type-graphql';

import type { Language } from '../format/form.js';
import type { Finding as FoundFinding, Severity } from '../format/report.js';
import { Check } from './check.js';
import { SeverityEnum } from './enums/check.js';
import { LanguageArg } from './enums/language.js';
import { enumType } from './enums/register.js';
import { ReportRefusal } from './life.js';
import { Report } from './report.js';
import { Decimal } from './scalars/decimal.js';

export type FiledAs = 'CREATED' | 'REVISED' | 'UNCHANGED';

const FiledAsEnum = enumType<FiledAs>('SubmissionOutcome', 'What handing in came to.', {
  CREATED: 'The first report of its agency, year and scope.',
  REVISED: 'A new revision of it.',
  UNCHANGED: 'The same content was there already.',
});

@ObjectType({ description: 'A finding of a report that was handed in, or tried.' })
export class SubmissionFinding {
  @Field(() => Check, { simple: true, description: 'The check that found it.' })
  check!: Check;

  @Field(() => SeverityEnum, { simple: true, description: 'How grave it is.' })
  severity!: Severity;

  @Field(() => Decimal, { simple: true, nullable: true, description: 'Left side of the relation.' })
  left!: string | null;

  @Field(() => Decimal, { simple: true, nullable: true, description: 'Its right side.' })
  right!: string | null;

  @Field(() => [String], {
    simple: true,
    description: 'The cells that it is about, e.g. REQUESTS/NOT_HELD/naturalPerson.',
  })
  cells!: readonly string[];

  texts!: FoundFinding['message'];

  @Field(() => String, { description: 'A full sentence with table, row, column and both sides.' })
  message(@LanguageArg() language: Language): string {
    return this.texts[language];
  }
}

@ObjectType({ simpleResolvers: true, description: 'What handing a report in came to.' })
export class SubmissionAnswer {
  @Field(() => FiledAsEnum, { description: 'Whether something was filed.' })
  outcome!: FiledAs;

  @Field(() => Report, { nullable: true, description: 'The report; null after a dry run.' })
  report!: Report | null;

  @Field(() => [SubmissionFinding], { description: 'All of its findings.' })
  findings!: SubmissionFinding[];
}

export const SubmissionResult = createUnionType({
  name: 'SubmissionResult',
  description: 'The report that was handed in, or why it was not.',
  types: () => [SubmissionAnswer, ReportRefusal] as const,
});
