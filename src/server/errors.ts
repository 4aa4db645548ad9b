import { GraphQLError } from 'graphql';
import { answerOf, isErrorCode, type ErrorCode } from './error-codes.js';

/** Longest message a client gets, in characters: no literal of a megabyte comes back. */
const LONGEST_MESSAGE = 300;

/** Apollo refuses some requests with a status and its general BAD_REQUEST: the code they have here. */
const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** An error with a code of the table, to be thrown anywhere in the server. */
export function apiError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, http: { status: answerOf(code).status } },
  });
}

/** The code that an error is answered with; anything unknown is INTERNAL_SERVER_ERROR. */
export function codeOf(error: unknown): ErrorCode {
  for (const each of causes(error)) {
    const status = statusOf(each);
    const code = status === undefined ? undefined : codeByStatus[status];
    const own = ownCode(each);
    if (code !== undefined && (own === 'BAD_REQUEST' || !isErrorCode(own))) return code;
  }
  // The innermost code is the most exact: Apollo wraps errors of validation rules in one of its own.
  const codes = causes(error).map(ownCode).filter(isErrorCode);
  return codes.at(-1) ?? 'INTERNAL_SERVER_ERROR';
}

/** What a client is told about an error of this code whose own message is `message`. */
export function messageFor(code: ErrorCode, message: string): string {
  const told = answerOf(code).message ?? message;
  return told.length > LONGEST_MESSAGE ? `${told.slice(0, LONGEST_MESSAGE - 1)}…` : told;
}

/** Body of an answer that is one error, in the form GraphQL answers have. */
export function errorBody(code: ErrorCode, message: string, requestId: string): object {
  return { errors: [{ message: messageFor(code, message), extensions: { code, requestId } }] };
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  let each = error;
  while (each instanceof Error && found.length < 5) {
    found.push(each);
    each = each instanceof GraphQLError ? each.originalError : undefined;
  }
  return found;
}

function ownCode(error: unknown): unknown {
  if (error instanceof GraphQLError) return error.extensions['code'];
  if (!(error instanceof Error)) return undefined;
  // A refusal of an inner layer carries its code as graphql-js hands it on.
  const { extensions, code } = error as { extensions?: { code?: unknown }; code?: unknown };
  return extensions?.code ?? code;
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const http = error.extensions['http'];
  const status = typeof http === 'object' && http !== null && 'status' in http ? http.status : null;
  return typeof status === 'number' ? status : undefined;
}
