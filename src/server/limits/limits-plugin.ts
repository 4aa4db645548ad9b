import type { ApolloServerPlugin } from '@apollo/server';
import { apiError } from '../errors.js';
import { problemOfVariables } from './input-values.js';
import { queryCost } from './query-cost.js';

/** Refuses, before any resolver runs, variables out of bounds and queries whose answer would be too large. */
export function limitsPlugin(maxCost: number): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, operation, request }) {
          const problem = problemOfVariables(request.variables);
          if (problem !== null) throw apiError('BAD_USER_INPUT', problem);
          if (!operation) return Promise.resolve();
          const cost = queryCost(schema, document, operation, request.variables ?? {});
          if (cost.problem !== null) throw apiError('BAD_USER_INPUT', cost.problem);
          if (cost.objects > maxCost) {
            throw apiError(
              'QUERY_TOO_COMPLEX',
              `The answer could hold ${cost.objects} objects, at most ${maxCost} are given at once; ask for smaller pages.`,
            );
          }
          return Promise.resolve();
        },
      }),
  };
}
