import { OperationTypeNode } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { apiError } from '../errors.js';
import { problemOfVariables } from './input-values.js';
import { KnownCosts } from './known-costs.js';

/**
 * Answers of the largest size that may be made at the same time: making one takes a tenth of a second and some
 * 30 MB, and meanwhile nobody else is served.
 */
const LARGEST_AT_ONCE = 8;

/** An operation that asks to be executed. */
export interface Asking {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Lets operations in, before any resolver runs: not those with variables out of bounds, nor those whose answer would be
 * too large, nor large ones while others that are as large are being answered.
 */
export class Admission {
  #underWay = 0;

  readonly #costs: KnownCosts;

  constructor(
    schema: GraphQLSchema,
    private readonly maxCost: number,
  ) {
    this.#costs = new KnownCosts(schema);
  }

  /**
   * Objects that the answer may hold, to be given back by `leave` when it is made.
   * @throws GraphQLError with a code of the table
   */
  admit({ document, operation, variables = {} }: Asking): number {
    const problem = problemOfVariables(variables);
    if (problem !== null) throw apiError('BAD_USER_INPUT', problem);
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      throw apiError('BAD_REQUEST', 'Subscriptions are followed at /graphql/stream.');
    }
    const cost = this.#costs.of(document, operation, variables);
    if (cost.problem !== null) throw apiError('BAD_USER_INPUT', cost.problem);
    if (cost.objects > this.maxCost) {
      throw apiError(
        'QUERY_TOO_COMPLEX',
        `The answer could hold ${cost.objects} objects, at most ${this.maxCost} are given at once; ask for smaller pages.`,
      );
    }
    if (this.#underWay + cost.objects > LARGEST_AT_ONCE * this.maxCost) {
      throw apiError('OVERLOADED', 'too many large answers');
    }
    this.#underWay += cost.objects;
    return cost.objects;
  }

  leave(objects: number): void {
    this.#underWay -= objects;
  }
}
