import { Field, ObjectType } from 'type-graphql';

import type * as shapes from '../rollup/shapes.js';
import { columnText, rowText, singleText } from './labels.js';
import { Count } from './scalars/count.js';
import { Decimal } from './scalars/decimal.js';

const TABLE = 'ACTIVE_DISCLOSURE';

@ObjectType({ simpleResolvers: true, description: 'Documents of one kind, numbers of 件.' })
export class DocumentCounts implements shapes.DocumentCounts {
  @Field(() => Count, { nullable: true, description: columnText(TABLE, 'issued') })
  issued!: number | null;

  @Field(() => Count, { nullable: true, description: columnText(TABLE, 'repealed') })
  repealed!: number | null;

  @Field(() => Count, {
    nullable: true,
    description: columnText(TABLE, 'inForce', 'A stock: null in a total over more than one year.'),
  })
  inForce!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A null is a value that the document does not state. It is never a zero.',
})
export class ActiveDisclosureTable implements shapes.ActiveDisclosureTable {
  @Field(() => DocumentCounts, { description: rowText(TABLE, 'regulations') })
  regulations!: DocumentCounts;

  @Field(() => DocumentCounts, { description: rowText(TABLE, 'normativeDocuments') })
  normativeDocuments!: DocumentCounts;

  @Field(() => Count, { nullable: true, description: singleText(TABLE, 'licensingDecisions') })
  licensingDecisions!: number | null;

  @Field(() => Count, { nullable: true, description: singleText(TABLE, 'penaltyDecisions') })
  penaltyDecisions!: number | null;

  @Field(() => Count, { nullable: true, description: singleText(TABLE, 'coercionDecisions') })
  coercionDecisions!: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description: singleText(TABLE, 'administrativeFeesWan', 'In 万元 (10,000 yuan).'),
  })
  administrativeFeesWan!: string | null;
}
