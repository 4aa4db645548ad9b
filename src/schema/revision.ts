import { Field, ObjectType } from 'type-graphql';

import { cellLabel } from '../format/cell-label.js';
import type { CellAddress, Language } from '../format/form.js';
import type { CellStatus } from '../format/report.js';
import { LanguageArg } from './enums/language.js';
import { CellStatusEnum } from './enums/report.js';
import { Report } from './report.js';
import { Decimal } from './scalars/decimal.js';

@ObjectType({ simpleResolvers: true, description: 'What a cell says in one revision.' })
export class CellState {
  @Field(() => CellStatusEnum, { description: 'How it was read.' })
  status!: CellStatus;

  @Field(() => Decimal, { nullable: true, description: 'The number; null where it states none.' })
  value!: string | null;
}

@ObjectType({ description: 'A cell that says something else than in the revision before.' })
export class RevisedCell {
  address!: CellAddress;

  @Field(() => String, {
    simple: true,
    description: 'The cell, e.g. REQUESTS/NOT_HELD/naturalPerson.',
  })
  cell!: string;

  @Field(() => CellState, {
    simple: true,
    nullable: true,
    description: 'Before; null where that edition of the form had no such cell.',
  })
  before!: CellState | null;

  @Field(() => CellState, { simple: true, nullable: true, description: 'After, likewise.' })
  after!: CellState | null;

  @Field(() => String, { description: 'Where a person finds it on the form.' })
  label(@LanguageArg() language: Language): string {
    return cellLabel(this.address, language);
  }
}

@ObjectType({ simpleResolvers: true, description: 'A figure of the totals that a revision moved.' })
export class MovedTotal {
  @Field(() => String, { description: 'The cell, e.g. REQUESTS/NOT_HELD/naturalPerson.' })
  cell!: string;

  @Field(() => Decimal, {
    description:
      'By how much the totals of the year and scope moved, for each region of the report.',
  })
  by!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A revision of a report beside the one before it that the caller may see.',
})
export class ReportRevision {
  @Field(() => Report, { description: 'The revision.' })
  report!: Report;

  @Field(() => Report, { nullable: true, description: 'The one before; null for the first.' })
  previous!: Report | null;

  @Field(() => [RevisedCell], { description: 'Cells that changed, in printed order.' })
  cells!: RevisedCell[];

  @Field(() => [MovedTotal], {
    description: 'What it moved in totals, where both revisions were made public.',
  })
  moved!: MovedTotal[];

  @Field(() => Boolean, { description: 'Whether the text, or the figures it states, changed.' })
  textChanged!: boolean;
}
