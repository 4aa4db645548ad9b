import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  specifiedRules,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { Viewer } from '../../accounts/viewer.js';
import type { ApiContext } from '../../schema/context.js';
import { authenticate, viewerOf, type FindViewer } from '../auth.js';
import type { Config } from '../config.js';
import type { ErrorCode } from '../error-codes.js';
import { apiError, codeOf, messageFor } from '../errors.js';
import { formatError } from '../graphql.js';
import { documentShapeRule } from '../limits/document-shape.js';
import { problemOfVariables } from '../limits/input-values.js';
import { queryCost } from '../limits/query-cost.js';
import { requireJson } from '../request-body.js';
import type { Changes } from './changes.js';

/** Streams of one process at once. */
const MOST_STREAMS = 500;

export interface StreamParts {
  config: Config;
  schema: GraphQLSchema;
  changes: Changes;
  findViewer: FindViewer;
  /** A new context for every event: nothing that was loaded for one is shown with the next. */
  contextFor: (request: FastifyRequest, follow: () => AsyncIterable<void>) => ApiContext;
}

interface Asked {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** POST /graphql/stream: one subscription as server-sent events, as graphql-sse's clients speak it. */
export function addStreams(app: FastifyInstance, parts: StreamParts): void {
  let open = 0;
  const handler = createHandler({
    onSubscribe: async ({ raw: request }, params) => {
      try {
        return await eventsOf(parts, request, params);
      } catch (error) {
        return refused(error);
      }
    },
  });
  app.addHook('preClose', (done) => {
    parts.changes.stop();
    done();
  });
  app.route({
    method: 'POST',
    url: '/graphql/stream',
    onRequest: (request, _, done) => {
      requireJson(request);
      done();
    },
    handler: async (request, reply) => {
      await authenticate(request, parts.findViewer);
      if (open >= MOST_STREAMS) throw apiError('OVERLOADED', 'Too many are following.');
      open += 1;
      reply.raw.once('close', () => (open -= 1));
      reply.hijack();
      await handler(request, reply);
    },
  });
}

/** A stream of one event that says why there is no other. */
// eslint-disable-next-line @typescript-eslint/require-await -- a stream is asynchronous
async function* refused(error: unknown): AsyncGenerator<ExecutionResult> {
  yield { errors: [shown(error)] };
}

/** Each event is answered anew, as long as whoever follows is still signed in. */
async function eventsOf(
  parts: StreamParts,
  request: FastifyRequest,
  { query, operationName = null, variables }: Asked,
): Promise<AsyncGenerator<ExecutionResult>> {
  const { schema, config, changes, contextFor } = parts;
  const document = checked(schema, config, query, operationName, variables ?? {});
  const ended = new AbortController();
  request.raw.socket.once('close', () => ended.abort());
  const follow = (): AsyncIterable<void> => whileSignedIn(parts, request, changes, ended.signal);
  const args = (): ExecutionArgs => ({
    ...{ schema, document, operationName, variableValues: variables ?? {} },
    contextValue: contextFor(request, follow),
  });
  const source = await createSourceEventStream(args());
  if (!(Symbol.asyncIterator in source)) throw source.errors?.[0] ?? new Error('no events');
  return answers(source, args);
}

async function* answers(
  source: AsyncIterable<unknown>,
  args: () => ExecutionArgs,
): AsyncGenerator<ExecutionResult> {
  try {
    for await (const rootValue of source) {
      const { errors, ...result } = await execute({ ...args(), rootValue });
      yield errors ? { ...result, errors: errors.map(shown) } : result;
    }
  } catch (error) {
    yield { errors: [shown(error)] };
  }
}

/** @throws UNAUTHENTICATED where the session or token is over in the meantime */
async function* whileSignedIn(
  { findViewer }: StreamParts,
  request: FastifyRequest,
  changes: Changes,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const before = viewerOf(request);
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- that it changed is all there is to know
  for await (const change of changes.follow(signal)) {
    if (before && !isSame(before, await authenticate(request, findViewer))) {
      throw apiError('UNAUTHENTICATED', 'The session is over, or its roles have changed.');
    }
    yield;
  }
}

const isSame = (before: Viewer, now: Viewer): boolean =>
  before?.accountId === now?.accountId &&
  JSON.stringify(before?.grants) === JSON.stringify(now?.grants);

/** The document within the limits of every other, and a subscription. */
function checked(
  schema: GraphQLSchema,
  config: Config,
  query: string,
  operationName: string | null,
  variables: Record<string, unknown>,
): DocumentNode {
  const document = parsed(query, config);
  const rules = [...specifiedRules, documentShapeRule(config)];
  const [error] = validate(schema, document, rules, { maxErrors: 1 });
  if (error) throw error.extensions['code'] ? error : withCode(error, 'GRAPHQL_VALIDATION_FAILED');
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw apiError(
      'BAD_REQUEST',
      'This address takes subscriptions alone; ask the rest at /graphql.',
    );
  }
  const problem = problemOfVariables(variables);
  if (problem !== null) throw apiError('BAD_USER_INPUT', problem);
  const cost = queryCost(schema, document, operation, variables);
  if (cost.problem !== null) throw apiError('BAD_USER_INPUT', cost.problem);
  if (cost.objects > config.maxCost) {
    throw apiError('QUERY_TOO_COMPLEX', 'The answer could hold too many objects.');
  }
  return document;
}

function parsed(query: string, { maxTokens }: Config): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

const withCode = ({ message }: GraphQLError, code: ErrorCode): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/** As over /graphql: a code and a sentence, nothing of the inside. */
function shown(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) {
    const { message, extensions, locations, path }: GraphQLFormattedError = formatError(
      error.toJSON(),
      error,
    );
    return Object.assign(new GraphQLError(message, extensions ? { extensions } : {}), {
      ...(locations ? { locations } : {}),
      ...(path ? { path } : {}),
    });
  }
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  return new GraphQLError(messageFor(code, message), { extensions: { code } });
}
