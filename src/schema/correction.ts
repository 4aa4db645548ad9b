import { Field, Int, ObjectType } from 'type-graphql';

import type { CorrectionKind } from '../entities/correction.js';
import type { ReportScope } from '../format/report.js';
import { Cell } from './cell.js';
import { enumType } from './enums/register.js';
import { ReportScopeEnum } from './enums/report.js';
import { DateTime } from './scalars/date-time.js';
import { Decimal } from './scalars/decimal.js';

export const CorrectionKindEnum = enumType<CorrectionKind>(
  'CorrectionKind',
  'What a person corrected.',
  {
    CELL: 'The number of a cell.',
    IDENTITY: 'Agency, year or scope under which the report is filed.',
    ENTRY: 'Nothing was read: a person typed the whole report in, e.g. from a scan.',
  },
);

@ObjectType({ description: 'Under what a report is or was filed.' })
export class ReportIdentity {
  @Field(() => Int, { simple: true, description: 'The year reported on.' })
  year!: number;

  @Field(() => ReportScopeEnum, { simple: true, description: 'Whose requests it counts.' })
  scope!: ReportScope;

  agencyId!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What a person corrected in a report. It is undone by correcting again; all of them stay.',
})
export class Correction {
  @Field(() => CorrectionKindEnum, { description: 'What was corrected.' })
  kind!: CorrectionKind;

  @Field(() => Cell, { nullable: true, description: 'The cell as it is now; of kind CELL alone.' })
  cell!: Cell | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The number before; null where none was stated. Of kind CELL alone.',
  })
  from!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The number since then; null where the person says that none is stated.',
  })
  to!: string | null;

  @Field(() => ReportIdentity, {
    nullable: true,
    description: 'Under what the report was filed before; of kind IDENTITY alone.',
  })
  fromIdentity!: ReportIdentity | null;

  @Field(() => ReportIdentity, {
    nullable: true,
    description: 'Under what it was filed since then; of kind IDENTITY alone.',
  })
  toIdentity!: ReportIdentity | null;

  @Field(() => String, { description: 'Name of the person.' })
  by!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'The reason given.' })
  why!: string;

  @Field(() => Boolean, {
    description:
      'False where a later correction took its place, or where the document, read again, has no such cell any more.',
  })
  inForce!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True where the document, as it is read today, states the corrected number itself. Null where it is not in ' +
      'force or nothing was read.',
  })
  agreesWithReading!: boolean | null;
}
