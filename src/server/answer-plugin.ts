import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { answerOf, isErrorCode, type ErrorCode } from './error-codes.js';
import { codeOf } from './errors.js';
import type { Remark } from './remark.js';

/** Errors of one answer that a client gets at most. */
const MAX_ERRORS = 5;

/** What the server's own plugins need of the context value of a request. */
export interface RequestContext {
  readonly requestId: string;
  readonly remark?: Remark;
}

/** Codes that are answered 200 to clients that know only `application/json`, as GraphQL over HTTP says. */
const softCodes: readonly ErrorCode[] = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

function codeOfFormatted(error: GraphQLFormattedError): ErrorCode {
  const code = error.extensions?.['code'];
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}

/** True where the values of variables do not fit their types; refusals of ours come with a status. */
function isCoercion(errors: readonly GraphQLError[], data: unknown): boolean {
  return data === undefined && errors.every(({ extensions }) => extensions['http'] === undefined);
}

/** True where the client names the old media type and not the new one. */
function isLegacy(accept: string | undefined): boolean {
  if (accept === undefined || accept.includes('application/graphql-response+json')) return false;
  return accept.includes('application/json');
}

function hasData(data: Record<string, unknown> | null | undefined): boolean {
  return Object.values(data ?? {}).some((value) => value !== null);
}

/** The gravest of the codes: faults of the service come before those of the request. */
function gravest(codes: readonly ErrorCode[]): ErrorCode {
  return codes.reduce((worst, code) =>
    answerOf(code).status > answerOf(worst).status ? code : worst,
  );
}

/** Status and Retry-After of the table; `soft` errors are 200 to a client of the old media type. */
function setStatus(
  { http, body }: GraphQLResponse,
  code: ErrorCode,
  soft: boolean,
  accept: string | undefined,
): void {
  const { status, retryAfter } = answerOf(code);
  const data = body.kind === 'single' ? body.singleResult.data : null;
  if (soft && isLegacy(accept)) {
    http.status = 200;
  } else if (!hasData(data) || status > 500) {
    http.status = status;
    if (retryAfter !== undefined) http.headers.set('retry-after', String(retryAfter));
  }
}

function logErrors(log: FastifyBaseLogger, errors: readonly GraphQLError[], requestId: string) {
  for (const error of errors) {
    const code = codeOf(error);
    if (code === 'INTERNAL_SERVER_ERROR') {
      log.error({ err: error.originalError ?? error, requestId }, 'request failed');
    } else if (answerOf(code).status >= 500) {
      log.warn({ code, requestId, reason: error.message }, 'request not served');
    }
  }
}

/**
 * Gives an answer with errors its HTTP status and headers by the table of codes, cuts their number, and
 * logs those nobody expected. An answer with data stays 200, except where a passing fault (503, 504)
 * left holes in it: then the client should ask again.
 */
export function answerPlugin(log: FastifyBaseLogger): ApolloServerPlugin<RequestContext> {
  return {
    contextCreationDidFail({ error }) {
      log.error({ err: error }, 'the context of a request could not be made');
      return Promise.resolve();
    },
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors({ errors, contextValue: { requestId } }) {
          logErrors(log, errors, requestId);
          return Promise.resolve();
        },
        willSendResponse({ request, response, errors = [], contextValue: { requestId } }) {
          if (response.body.kind !== 'single') return Promise.resolve();
          const result = response.body.singleResult;
          if (!result.errors || result.errors.length === 0) return Promise.resolve();
          const code = gravest(result.errors.map(codeOfFormatted));
          const soft = softCodes.includes(code) || isCoercion(errors, result.data);
          setStatus(response, code, soft, request.http?.headers.get('accept'));
          result.errors = result.errors.slice(0, MAX_ERRORS).map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
          return Promise.resolve();
        },
      }),
  };
}
