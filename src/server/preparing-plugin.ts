import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { apiError } from './errors.js';
import type { Readiness } from './readiness.js';

/** True for operations that ask for the schema or for nothing: they need no database. */
function needsNoDatabase({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
}

/**
 * Refuses questions to a database that is still being prepared: a total over sample data half loaded
 * would be a wrong number. Syntax, validation and introspection are answered all the same.
 */
export function preparingPlugin(readiness: Readiness): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ operation }) {
          const reason = readiness.unprepared;
          if (reason === null || !operation || needsNoDatabase(operation)) return Promise.resolve();
          throw apiError('DATABASE_UNAVAILABLE', reason);
        },
      }),
  };
}
