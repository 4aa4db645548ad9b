import { Field, ObjectType } from 'type-graphql';

import { cellLabel } from '../format/cell-label.js';
import type { Language, TableName } from '../format/form.js';
import type { CellStatus } from '../format/report.js';
import type { CellRecord } from '../rollup/records.js';
import { LanguageArg } from './enums/language.js';
import { CellStatusEnum, TableNameEnum } from './enums/report.js';
import { Decimal } from './scalars/decimal.js';

@ObjectType({ description: 'A cell of a table with what was read in it, and where.' })
export class Cell implements CellRecord {
  @Field(() => TableNameEnum, { simple: true, description: 'The table it stands in.' })
  table!: TableName;

  @Field(() => String, {
    simple: true,
    description:
      'Machine name of the row: a field of the table or an Outcome, e.g. received, NOT_HELD, licensingDecisions.',
  })
  row!: string;

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Machine name of the column, e.g. naturalPerson; null where the row has one cell.',
  })
  column!: string | null;

  @Field(() => CellStatusEnum, { simple: true, description: 'How it was read.' })
  status!: CellStatus;

  @Field(() => Decimal, {
    simple: true,
    nullable: true,
    description: 'The number it states; null where it states none.',
  })
  value!: string | null;

  @Field(() => String, { simple: true, nullable: true, description: 'The text as printed.' })
  raw!: string | null;

  @Field(() => String, {
    simple: true,
    nullable: true,
    description:
      'Place in the source: table and cell of an HTML, DOCX or text document, page and box of a PDF, sheet and ' +
      'address of an XLSX.',
  })
  locator!: string | null;

  @Field(() => String, {
    description:
      'Where a person finds it on the form: number and wording of the row, then of the column.',
  })
  label(@LanguageArg() language: Language): string {
    return cellLabel(this, language);
  }
}
