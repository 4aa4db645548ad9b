import { Field, ObjectType } from 'type-graphql';

import { columnText, rowText } from './labels.js';
import { Count } from './scalars/count.js';
import { Decimal } from './scalars/decimal.js';

const TABLE = 'ACTIVE_DISCLOSURE';

@ObjectType({ simpleResolvers: true, description: 'Documents of one kind in the 2019 edition.' })
export class DocumentCounts2019 {
  @Field(() => Count, { nullable: true, description: columnText(TABLE, 'produced') })
  produced!: number | null;

  @Field(() => Count, { nullable: true, description: columnText(TABLE, 'disclosed') })
  disclosed!: number | null;

  @Field(() => Count, { nullable: true, description: columnText(TABLE, 'totalDisclosed') })
  totalDisclosed!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'Items of one kind in the 2019 edition.' })
export class ItemCounts2019 {
  @Field(() => Count, { nullable: true, description: columnText(TABLE, 'itemsLastYear') })
  itemsLastYear!: number | null;

  @Field(() => Count, {
    nullable: true,
    description: columnText(TABLE, 'change', 'Negative for a decrease.'),
  })
  change!: number | null;

  @Field(() => Count, {
    nullable: true,
    description: 'Decisions of the year, where the row prints them.',
  })
  decisions!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'Procurement in the 2019 edition.' })
export class ProcurementCounts2019 {
  @Field(() => Count, { nullable: true, description: columnText(TABLE, 'projects') })
  projects!: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description: columnText(TABLE, 'amountYuan', 'In yuan.'),
  })
  amountYuan!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Table two of the 2019 edition, as printed. Only its three counts of decisions have a place in ActiveDisclosureTable.',
})
export class ActiveDisclosure2019Table {
  @Field(() => DocumentCounts2019, { description: rowText(TABLE, 'regulations') })
  regulations!: DocumentCounts2019;

  @Field(() => DocumentCounts2019, { description: '规范性文件 (Normative documents)' })
  normativeDocuments!: DocumentCounts2019;

  @Field(() => ItemCounts2019, { description: rowText(TABLE, 'licensing') })
  licensing!: ItemCounts2019;

  @Field(() => ItemCounts2019, { description: rowText(TABLE, 'otherServices') })
  otherServices!: ItemCounts2019;

  @Field(() => ItemCounts2019, { description: rowText(TABLE, 'penalty') })
  penalty!: ItemCounts2019;

  @Field(() => ItemCounts2019, { description: rowText(TABLE, 'coercion') })
  coercion!: ItemCounts2019;

  @Field(() => ItemCounts2019, {
    description: rowText(
      TABLE,
      'administrativeFees',
      'Numbers of fee items, not money; the row prints no decisions.',
    ),
  })
  administrativeFees!: ItemCounts2019;

  @Field(() => ProcurementCounts2019, { description: rowText(TABLE, 'procurement') })
  procurement!: ProcurementCounts2019;
}
