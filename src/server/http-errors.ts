import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerOf, type ErrorCode } from './error-codes.js';
import { codeOf, errorBody } from './errors.js';

/** What fastify itself refuses comes with a status alone. */
const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

function codeOfHttp(error: FastifyError): ErrorCode {
  const code = codeOf(error);
  const { statusCode = 500 } = error;
  if (code !== 'INTERNAL_SERVER_ERROR' || statusCode >= 500) return code;
  return codeByStatus[statusCode] ?? 'BAD_REQUEST';
}

/** Answers one error outside GraphQL in the form GraphQL errors have. */
export function sendError(
  reply: FastifyReply,
  code: ErrorCode,
  message: string,
  requestId: string,
): FastifyReply {
  const { status, retryAfter } = answerOf(code);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorBody(code, message, requestId)));
}

/** Turns whatever a route threw into an answer with a code; what nobody expected goes to the log. */
export function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const code = codeOfHttp(error);
  if (code === 'INTERNAL_SERVER_ERROR') {
    request.log.error({ err: error, requestId: request.id }, 'request failed');
  }
  // The rest of a body that is not read would be taken for the next request.
  if (code === 'PAYLOAD_TOO_LARGE') void reply.header('connection', 'close');
  sendError(reply, code, error.message, request.id);
}

/** Unknown addresses are 404; known ones asked with another method 405 with `Allow`. */
export function addHttpErrors(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const methods = (['GET', 'POST'] as const).filter((method) =>
      app.hasRoute({ url: path, method }),
    );
    if (methods.length === 0) {
      return sendError(reply, 'NOT_FOUND', 'There is nothing at this address.', request.id);
    }
    const allowed = methods.join(', ');
    void reply.header('allow', allowed);
    const message = `This address knows ${allowed} alone.`;
    return sendError(reply, 'METHOD_NOT_ALLOWED', message, request.id);
  });
}
