import type { FastifyInstance } from 'fastify';

/** Answers that are data: nothing in them may be run, framed or taken for another type. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * Pages of the server: everything from here alone. The editor of the playground writes style elements
 * and keeps its icon fonts in the style sheet.
 */
export const pagePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A stored document, made by a stranger: if it is opened after all, it runs nothing and has no origin. */
export const documentPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Puts the security headers on every answer; a route may set a Content-Security-Policy of its own. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('x-frame-options', 'DENY');
    void reply.header('referrer-policy', 'no-referrer');
    void reply.header('x-request-id', request.id);
    if (!reply.hasHeader('content-security-policy')) {
      void reply.header('content-security-policy', dataPolicy);
    }
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
