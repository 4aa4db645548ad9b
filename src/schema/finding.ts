import { Field, ObjectType } from 'type-graphql';

import type { Language } from '../format/form.js';
import type { Fault, Severity } from '../format/report.js';
import type { FindingRecord } from '../rollup/records.js';
import { Cell } from './cell.js';
import { connectionOf } from './connection.js';
import { FaultEnum, SeverityEnum } from './enums/check.js';
import { LanguageArg } from './enums/language.js';
import { Explanation } from './explanation.js';
import { globalId } from './global-id.js';
import { Node } from './node.js';
import { Decimal } from './scalars/decimal.js';

@ObjectType({ simpleResolvers: true, description: 'A change of one cell.' })
export class Repair {
  @Field(() => Cell, { description: 'The cell as it is.' })
  cell!: Cell;

  @Field(() => Decimal, { description: 'The value it would have to state.' })
  to!: string;
}

@ObjectType({
  implements: Node,
  description: 'What a check found in a report. One cause is one finding.',
})
export class Finding extends Node {
  @Field(() => SeverityEnum, { simple: true, description: 'How grave it is.' })
  severity!: Severity;

  @Field(() => Decimal, {
    simple: true,
    nullable: true,
    description: 'Left side of the broken relation.',
  })
  left!: string | null;

  @Field(() => Decimal, { simple: true, nullable: true, description: 'Its right side.' })
  right!: string | null;

  @Field(() => Decimal, { simple: true, nullable: true, description: 'Left less right.' })
  difference!: string | null;

  @Field(() => FaultEnum, {
    simple: true,
    nullable: true,
    description: 'Null where the finding is about no relation, or it cannot be told.',
  })
  fault!: Fault | null;

  @Field(() => String, {
    simple: true,
    nullable: true,
    description:
      'The probable cause, e.g. DIGITS_TRANSPOSED, COLUMN_SHIFTED, TOTAL_NOT_UPDATED, BLANK_FOR_ZERO, ' +
      'MOVED_BETWEEN_COLUMNS, YUAN_FOR_WAN.',
  })
  cause!: string | null;

  @Field(() => Explanation, {
    simple: true,
    nullable: true,
    description: 'What the responsible person says of it.',
  })
  explanation!: Explanation | null;

  record!: FindingRecord;

  @Field(() => String, {
    description:
      'A full sentence that names table, row and column as printed and gives both sides.',
  })
  message(@LanguageArg() language: Language): string {
    return language === 'ZH' ? this.record.messageZh : this.record.messageEn;
  }

  static of(record: FindingRecord): Finding {
    const { severity, left, right, difference, fault, cause, explanation } = record;
    return Object.assign(new Finding(), {
      id: globalId('Finding', record.id),
      severity,
      left,
      right,
      difference,
      fault,
      cause,
      explanation,
      record,
    });
  }
}

export const FindingConnection = connectionOf('Finding', () => Finding, 'findings');
