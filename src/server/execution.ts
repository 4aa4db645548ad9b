import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { execute, GraphQLError } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from './answer-plugin.js';

/** What is asked for of an operation. */
export interface Execution {
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: RequestContext;
}

export type Execute = (execution: Execution) => ExecutionResult | Promise<ExecutionResult>;

/** An operation of a document that was found valid. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
}

/** Errors of variables that are told at most. */
const MAX_COERCION_ERRORS = 5;

/** Executes an operation as graphql-js does. */
export const executing =
  (schema: GraphQLSchema, { document, operationName }: Operation): Execute =>
  ({ variables, context }) =>
    execute({
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
      contextValue: context,
      options: { maxCoercionErrors: MAX_COERCION_ERRORS },
    });

/**
 * The same compiled to a program, which takes some milliseconds once; null where the compiler cannot. The answers are
 * the same, those to variables that do not fit in other words.
 */
export function compiled(
  schema: GraphQLSchema,
  { document, operationName }: Operation,
): Execute | null {
  const { query } = programOf(schema, document, operationName ?? undefined) ?? {};
  if (!query) return null;
  const told = (result: ExecutionResult): ExecutionResult =>
    result.errors ? { ...result, errors: result.errors.map(toldByGraphql) } : result;
  return ({ variables, context }) => {
    const result = query({}, context, variables);
    return result instanceof Promise ? result.then(told) : told(result);
  };
}

const programOf = (schema: GraphQLSchema, document: DocumentNode, operationName?: string) => {
  const program = compileQuery(schema, document, operationName);
  return isCompiledQuery(program) ? program : null;
};

/** The compiler has a class of errors of its own, which lacks what that of graphql-js has. */
function toldByGraphql({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError });
  return Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
}

type Engine = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

/**
 * The schema as Apollo takes it where somebody else executes: an operation that came to something before Apollo saw it
 * is not executed again.
 */
export const executedHere = (schema: GraphQLSchema): Engine => ({
  load: () =>
    Promise.resolve({
      executor: async ({ document, operationName, request: { variables }, context: given }) => {
        const context = given as unknown as RequestContext;
        const execute = executing(schema, { document, operationName });
        return context.remark?.made ?? execute({ variables, context });
      },
    }),
  onSchemaLoadOrUpdate: (take) => {
    take({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: () => Promise.resolve(),
});
