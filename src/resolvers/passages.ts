import { IsString, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';

import { passageOf } from '../ingest/passage.js';
import type { ApiContext } from '../schema/context.js';
import { Passage } from '../schema/passage.js';

@ArgsType()
class PassageArgs {
  @Field(() => ID, { description: 'The report.' })
  @IsString()
  report!: string;

  @Field(() => String, { description: 'A place in its document, as Cell.locator gives it.' })
  @IsString()
  @MaxLength(200)
  locator!: string;
}

@Resolver()
export class PassageResolver {
  @Query(() => Passage, {
    nullable: true,
    description:
      'Shows a place in the document of a report: the table or the lines around it. Null where there is no such report, ' +
      'document or place. A document with personal data is shown to reviewers of its agency alone (PERSONAL_DATA).',
  })
  async passage(
    @Args(() => PassageArgs) { report, locator }: PassageArgs,
    @Ctx() { readOriginal }: ApiContext,
  ): Promise<Passage | null> {
    const page = await readOriginal(report);
    const found = page && passageOf(page, locator);
    if (!found) return null;
    const { cells: printed, ...shape } = found;
    return Object.assign(new Passage(), { ...shape, printed });
  }
}
