import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const PassageKindEnum = { TABLE: 'TABLE', TEXT: 'TEXT' } as const;
registerEnumType(PassageKindEnum, {
  name: 'PassageKind',
  description: 'What stands around a place in a document.',
  valuesConfig: {
    TABLE: { description: 'A table as printed.' },
    TEXT: { description: 'Lines of text, one a row.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A cell of a document as it is printed.' })
export class PassageCell {
  @Field(() => String, { description: 'Its text; lines stay lines.' })
  text!: string;

  @Field(() => Int, { description: 'From 0, within the passage.' })
  row!: number;

  @Field(() => Int, { description: 'From 0; where it begins.' })
  column!: number;

  @Field(() => Int, { description: 'How many rows it covers.' })
  rowSpan!: number;

  @Field(() => Int, { description: 'How many columns it covers.' })
  columnSpan!: number;

  @Field(() => String, { description: 'Its place, as in Cell.locator.' })
  locator!: string;

  @Field(() => Boolean, { description: 'Whether it is the place that was asked for.' })
  sought!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What stands around a place in the document of a report, as the reader sees it. Of a table of more than 80 rows its ' +
    'first ones and those near the place.',
})
export class Passage {
  @Field(() => PassageKindEnum, { description: 'A table or text.' })
  kind!: keyof typeof PassageKindEnum;

  @Field(() => Int, { description: 'How many rows are given.' })
  rows!: number;

  @Field(() => Int, { description: 'How many columns it has.' })
  columns!: number;

  @Field(() => [PassageCell], { description: 'Row by row; a spanning cell stands once.' })
  printed!: readonly PassageCell[];
}
