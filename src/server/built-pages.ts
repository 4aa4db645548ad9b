import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { pagePolicy } from './security-headers.js';

/** Sends a page that `npm run build` made. */
export type SendPage = (reply: FastifyReply) => FastifyReply;

/**
 * Serves the files of a built page under /NAME/assets/ and answers with what sends the page itself.
 * `folder` is what `npm run build` made; throws where it is missing.
 */
export async function addBuiltPage(
  app: FastifyInstance,
  name: 'console' | 'playground',
  folder: string,
): Promise<SendPage> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: `/${name}/assets/`,
    decorateReply: false,
    cacheControl: false,
    // Names of built files hold a hash of their content.
    setHeaders: (response) => {
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      response.setHeader('content-security-policy', pagePolicy);
    },
  });
  return (reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .header('cache-control', 'no-cache')
      .send(page);
}
