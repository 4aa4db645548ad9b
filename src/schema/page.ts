import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { LONGEST_PAGE } from './longest-page.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Where a page stands in its list.',
})
export class PageInfo {
  @Field(() => Boolean, { description: 'True where the list goes on after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True where the page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Null where the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To be given as `after` of the next page; null where the page is empty.',
  })
  endCursor!: string | null;
}

/** Longest cursor that is read. */
const LONGEST_CURSOR = 4000;

/** `first` and `after` of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `Entries of the page, 1 to ${LONGEST_PAGE}.` })
  @Min(1, { message: `first is 1 to ${LONGEST_PAGE}.` })
  @Max(LONGEST_PAGE, { message: `first is 1 to ${LONGEST_PAGE}.` })
  first = 50;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  @IsOptional()
  @MaxLength(LONGEST_CURSOR, { message: 'after is no cursor of this list.' })
  after?: string | null;
}
