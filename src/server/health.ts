import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.js';

/** GET /healthz: the process lives. GET /readyz: requests should come here, else 503 and why. */
export function addHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    const { ready, reason } = await readiness.check();
    if (!ready) void reply.header('retry-after', '1');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', reason });
  });
}
