import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { answerPlugin, type RequestContext } from './answer-plugin.js';
import type { Config } from './config.js';
import { describeInvalidArguments } from './argument-problems.js';
import { codeOf, messageFor } from './errors.js';
import { executedHere } from './execution.js';
import type { Admission } from './limits/admission.js';
import { documentShapeRule } from './limits/document-shape.js';
import { toldOfLibrary } from './library-errors.js';
import { limitsPlugin } from './limits/limits-plugin.js';
import { preparingPlugin } from './preparing-plugin.js';
import type { Readiness } from './readiness.js';
import { purePlugin } from './remembered.js';

/** Written-out selections that graphql-js follows through fragments before it gives up. */
const MAX_SELECTIONS = 2_000;

/** What of an error a client sees: code, message, where in the query. Never a stack, SQL or a path. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const invalid = describeInvalidArguments(error);
  const told = toldOfLibrary(formatted);
  const code = told?.code ?? codeOf(error);
  return {
    message: messageFor(code, told?.message ?? invalid ?? formatted.message),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code },
  };
}

interface Parts {
  readonly schema: GraphQLSchema;
  readonly config: Config;
  readonly readiness: Readiness;
  readonly admission: Admission;
  readonly log: FastifyBaseLogger;
}

/** The GraphQL engine with every limit set; start it before use. */
export function createApollo(parts: Parts): ApolloServer<RequestContext> {
  const { schema, config, readiness, admission, log } = parts;
  return new ApolloServer<RequestContext>({
    gateway: executedHere(schema),
    logger: log,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: config.maxTokens },
    validationOptions: { maxErrors: 5 },
    maxRecursiveSelections: MAX_SELECTIONS,
    validationRules: [documentShapeRule(config)],
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      limitsPlugin(admission),
      preparingPlugin(readiness),
      answerPlugin(log),
      purePlugin,
    ],
  });
}
