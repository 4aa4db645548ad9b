import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { answerOf, isErrorCode, type ErrorCode } from './error-codes.js';
import { codeOf } from './errors.js';

/** Errors of one answer that a client gets at most. */
const MAX_ERRORS = 5;

/** What the server's own plugins need of the context value of a request. */
export interface RequestContext {
  readonly requestId: string;
}

/** Codes that are answered 200 to clients that know only `application/json`, as GraphQL over HTTP says. */
const softCodes: readonly ErrorCode[] = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

function codeOfFormatted(error: GraphQLFormattedError): ErrorCode {
  const code = error.extensions?.['code'];
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
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
          for (const error of errors) {
            const code = codeOf(error);
            if (code === 'INTERNAL_SERVER_ERROR') {
              log.error({ err: error.originalError ?? error, requestId }, 'request failed');
            } else if (answerOf(code).status >= 500) {
              log.warn({ code, requestId, reason: error.message }, 'request not served');
            }
          }
          return Promise.resolve();
        },

        willSendResponse({ request, response, contextValue: { requestId } }) {
          if (response.body.kind !== 'single') return Promise.resolve();
          const result = response.body.singleResult;
          if (!result.errors || result.errors.length === 0) return Promise.resolve();
          const code = gravest(result.errors.map(codeOfFormatted));
          const answer = answerOf(code);
          const invalidVariables = code === 'BAD_USER_INPUT' && !('data' in result);
          const refusedLater = response.http.status === 400 && !softCodes.includes(code);
          result.errors = result.errors.slice(0, MAX_ERRORS).map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
          const soft = softCodes.includes(code) || (invalidVariables && !refusedLater);
          if (soft && isLegacy(request.http?.headers.get('accept'))) {
            response.http.status = 200;
          } else if (!hasData(result.data) || answer.status > 500) {
            response.http.status = answer.status;
            if (answer.retryAfter !== undefined) {
              response.http.headers.set('retry-after', String(answer.retryAfter));
            }
          }
          return Promise.resolve();
        },
      }),
  };
}
