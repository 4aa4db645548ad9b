import type { FastifyInstance, FastifyRequest } from 'fastify';
import { apiError } from './errors.js';

const mediaType = /^application\/(?:graphql\+)?json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?;?$/i;

/** Throws UNSUPPORTED_MEDIA_TYPE unless the body is announced as plain JSON in UTF-8. */
export function requireJson({ headers }: FastifyRequest): void {
  if (!mediaType.test(headers['content-type']?.trim() ?? '')) {
    throw apiError('UNSUPPORTED_MEDIA_TYPE', 'Send application/json in UTF-8.');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    throw apiError('UNSUPPORTED_MEDIA_TYPE', 'Send the body without compression.');
  }
}

const texts = new WeakMap<FastifyRequest, string>();

/** The body of a request as it came; undefined where it has none. */
export const bodyText = (request: FastifyRequest): string | undefined => texts.get(request);

/**
 * Reads JSON bodies: bytes that are no UTF-8 are refused instead of replaced, a byte order mark is
 * skipped, and keys that would reach an object's prototype are refused.
 */
export function addJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/graphql+json'],
    { parseAs: 'buffer' },
    (request, body: Buffer, done) => {
      let text: string;
      try {
        text = utf8.decode(body);
      } catch {
        done(apiError('BAD_REQUEST', 'The body is not UTF-8.'));
        return;
      }
      texts.set(request, text);
      void parse(request, text, done);
    },
  );
}
