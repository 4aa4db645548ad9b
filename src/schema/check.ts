import { Field, Int, ObjectType } from 'type-graphql';

import type { Language } from '../format/form.js';
import type { Severity } from '../format/report.js';
import type { CheckResultRecord } from '../rollup/records.js';
import { CheckStatusEnum, SeverityEnum, type CheckStatus } from './enums/check.js';
import { LanguageArg } from './enums/language.js';

@ObjectType({ description: 'A consistency rule (勾稽关系 and others) of the catalogue.' })
export class Check {
  @Field(() => String, {
    simple: true,
    description: 'Stable code, e.g. A3; those of the reader begin with R.',
  })
  code!: string;

  @Field(() => SeverityEnum, { simple: true, description: 'How grave its findings are.' })
  severity!: Severity;

  titles!: Readonly<Record<Language, string>>;
  formulas!: Readonly<Record<Language, string>>;

  @Field(() => String, { description: 'What it checks, in a few words.' })
  title(@LanguageArg() language: Language): string {
    return this.titles[language];
  }

  @Field(() => String, { description: 'The relation in words of the form.' })
  formula(@LanguageArg() language: Language): string {
    return this.formulas[language];
  }

  @Field(() => String, { simple: true, description: 'The clause or practice it rests on.' })
  basis!: string;
}

@ObjectType({ description: 'The result of one check of one report.' })
export class CheckResult {
  @Field(() => Check, { simple: true, description: 'The check.' })
  check!: Check;

  @Field(() => CheckStatusEnum, { simple: true, description: 'Its result.' })
  status!: CheckStatus;

  reasons!: CheckResultRecord['reason'];

  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be assessed, or where it fails.',
  })
  reason(@LanguageArg() language: Language): string | null {
    return this.reasons?.[language] ?? null;
  }
}

@ObjectType({
  simpleResolvers: true,
  description: 'In how many reports of a year a check found something.',
})
export class CheckHits {
  @Field(() => Check, { description: 'The check.' })
  check!: Check;

  @Field(() => Int, { description: 'The year reported on.' })
  year!: number;

  @Field(() => Int, { description: 'Reports with at least one finding of it, however grave.' })
  hits!: number;

  @Field(() => Int, { description: 'Reports of the year that match the filter.' })
  reports!: number;
}
