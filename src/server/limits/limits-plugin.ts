import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { apiError } from '../errors.js';
import { problemOfVariables } from './input-values.js';
import { queryCost } from './query-cost.js';

/**
 * Answers of the largest size that may be made at the same time: making one takes a tenth of a second and some
 * 30 MB, and meanwhile nobody else is served.
 */
const LARGEST_AT_ONCE = 8;

/**
 * Refuses, before any resolver runs, variables out of bounds, queries whose answer would be too large, and large
 * ones while others that are as large are being answered.
 */
export function limitsPlugin(maxCost: number): ApolloServerPlugin {
  const most = LARGEST_AT_ONCE * maxCost;
  let underWay = 0;
  return {
    requestDidStart() {
      let taken = 0;
      return Promise.resolve({
        didResolveOperation({ schema, document, operation, request }) {
          const problem = problemOfVariables(request.variables);
          if (problem !== null) throw apiError('BAD_USER_INPUT', problem);
          if (!operation) return Promise.resolve();
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
            throw apiError('BAD_REQUEST', 'Subscriptions are followed at /graphql/stream.');
          }
          const cost = queryCost(schema, document, operation, request.variables ?? {});
          if (cost.problem !== null) throw apiError('BAD_USER_INPUT', cost.problem);
          if (cost.objects > maxCost) {
            throw apiError(
              'QUERY_TOO_COMPLEX',
              `The answer could hold ${cost.objects} objects, at most ${maxCost} are given at once; ask for smaller pages.`,
            );
          }
          if (underWay + cost.objects > most)
            throw apiError('OVERLOADED', 'too many large answers');
          taken = cost.objects;
          underWay += taken;
          return Promise.resolve();
        },
        willSendResponse() {
          underWay -= taken;
          taken = 0;
          return Promise.resolve();
        },
      });
    },
  };
}
