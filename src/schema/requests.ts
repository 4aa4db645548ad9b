import { Field, Float, ObjectType } from 'type-graphql';

import type { Language, OutcomeCategory } from '../format/form.js';
import { categoryOf, outcomeCategories, outcomeLabel } from '../format/outcomes.js';
import { ApplicantCounts } from './applicant-counts.js';
import { LanguageArg } from './enums/language.js';
import { OutcomeCategoryEnum, OutcomeEnum } from './enums/outcome.js';
import { rowText } from './labels.js';

@ObjectType({ description: 'Requests that were decided in one way.' })
export class OutcomeCounts {
  @Field(() => OutcomeEnum, { simple: true, description: 'The way they were decided.' })
  outcome!: string;

  @Field(() => ApplicantCounts, { simple: true, description: 'By kind of applicant.' })
  counts!: ApplicantCounts;

  @Field(() => OutcomeCategoryEnum, { description: 'The part of the form the row stands in.' })
  category(): OutcomeCategory | null {
    return categoryOf(this.outcome);
  }

  @Field(() => String, { description: 'The row as the form numbers and words it.' })
  label(@LanguageArg() language: Language): string {
    return outcomeLabel(this.outcome, language);
  }
}

@ObjectType({ description: 'The rows of one part of the results, added up.' })
export class OutcomeCategoryCounts {
  @Field(() => OutcomeCategoryEnum, { simple: true, description: 'The part of the form.' })
  category!: OutcomeCategory;

  @Field(() => ApplicantCounts, { simple: true, description: 'The sum of its rows.' })
  counts!: ApplicantCounts;

  @Field(() => Float, {
    simple: true,
    nullable: true,
    description:
      'counts.total divided by completed.total; null where either is null or nothing was completed. Above 1 only ' +
      'where the report contradicts itself.',
  })
  share!: number | null;

  @Field(() => String, { description: 'The head of the part as printed.' })
  label(@LanguageArg() language: Language): string {
    const label = outcomeCategories.get(this.category);
    return (language === 'ZH' ? label?.zh : label?.en) ?? this.category;
  }
}

@ObjectType({
  simpleResolvers: true,
  description: 'Requests received, what became of them, and what is left over.',
})
export class RequestTable {
  @Field(() => ApplicantCounts, { description: rowText('REQUESTS', 'received') })
  received!: ApplicantCounts;

  @Field(() => ApplicantCounts, { description: rowText('REQUESTS', 'carriedIn') })
  carriedIn!: ApplicantCounts;

  /** Served with an argument by its resolver. */
  outcomes!: readonly { outcome: string; counts: ApplicantCounts }[];

  @Field(() => ApplicantCounts, { description: rowText('REQUESTS', 'completed') })
  completed!: ApplicantCounts;

  @Field(() => ApplicantCounts, { description: rowText('REQUESTS', 'carriedOut') })
  carriedOut!: ApplicantCounts;
}
