import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from './answer-plugin.js';
import { apiError, codeOf } from './errors.js';
import type { Readiness } from './readiness.js';

/** True for operations that ask for the schema or for nothing: they need no database. */
function needsNoDatabase({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
}

/**
 * Refuses questions to a database that is still being prepared: a total over sample data half loaded
 * would be a wrong number. Also to one that did not tell its version just before: whoever waited for that
 * need not wait again. Syntax, validation and introspection are answered all the same.
 */
export function preparingPlugin(readiness: Readiness): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ operation, contextValue: { remark } }) {
          const reason = readiness.unprepared;
          const fault = remark?.fault ?? null;
          if (reason === null && fault === null) return Promise.resolve();
          if (!operation || needsNoDatabase(operation)) return Promise.resolve();
          if (reason !== null) throw apiError('DATABASE_UNAVAILABLE', reason);
          const isBusy = codeOf(fault) === 'OVERLOADED';
          throw apiError(isBusy ? 'OVERLOADED' : 'DATABASE_UNAVAILABLE', 'it told no version');
        },
      }),
  };
}
