import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';

import type { OutcomeCategory } from '../format/form.js';
import { categoryOf, resultsHead } from '../format/outcomes.js';
import { categoriesOf } from '../rollup/categories.js';
import type * as shapes from '../rollup/shapes.js';
import { OutcomeCategoryEnum } from '../schema/enums/outcome.js';
import { OutcomeCategoryCounts, OutcomeCounts, RequestTable } from '../schema/requests.js';

/** The outcomes of a table, or those of some parts of the form. */
export const outcomesOf = (
  { outcomes }: shapes.RequestTable,
  categories: readonly OutcomeCategory[] | null,
): readonly shapes.OutcomeRow[] => {
  if (!categories) return outcomes;
  return outcomes.filter(({ outcome }) => {
    const category = categoryOf(outcome);
    return category !== null && categories.includes(category);
  });
};

/** The parts as what the API shows of them: each knows its head. */
export const categoriesOfTable = (table: shapes.RequestTable): readonly object[] =>
  categoriesOf(table);

@Resolver(() => RequestTable)
export class RequestTableResolver {
  @FieldResolver(() => [OutcomeCounts], {
    description:
      `${resultsHead.zh}, one entry per row of the report’s edition (19 or 21), in printed order; in a total the ` +
      'rows of all editions added.',
  })
  outcomes(
    @Root() table: shapes.RequestTable,
    @Arg('categories', () => [OutcomeCategoryEnum], {
      nullable: true,
      description: 'Rows of these parts alone.',
    })
    categories: OutcomeCategory[] | null,
  ): readonly shapes.OutcomeRow[] {
    return outcomesOf(table, categories);
  }

  @FieldResolver(() => [OutcomeCategoryCounts], {
    description:
      '（一） to （六）, each the sum of its rows. The form prints no such cells; they are always derived.',
  })
  outcomesByCategory(@Root() table: shapes.RequestTable): readonly object[] {
    return categoriesOfTable(table);
  }
}
