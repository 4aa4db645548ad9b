import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds within which answers are counted. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Routes are told by their pattern, so that there are as many series as routes, whoever asks for whatever. */
const UNKNOWN = 'unknown';

const known = new Set(['GET', 'HEAD', 'POST']);

/**
 * GET /metrics for Prometheus: requests by route, method and status, how long they took, how many are under way, and
 * the process itself. No label holds anything that a client or a document says.
 */
export function addMetrics(app: FastifyInstance): void {
  const registers = [new Registry()];
  const [registry] = registers;
  if (!registry) return;
  collectDefaultMetrics({ register: registry, prefix: 'nianbao_' });
  const labelNames = ['route', 'method', 'status'] as const;
  const requests = new Counter({
    name: 'nianbao_http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers,
  });
  const duration = new Histogram({
    name: 'nianbao_http_request_seconds',
    help: 'Seconds from the first byte of a request to the last of its answer.',
    labelNames: ['route'] as const,
    buckets: BUCKETS,
    registers,
  });
  const underWay = new Gauge({
    name: 'nianbao_http_requests_under_way',
    help: 'Requests that are not answered yet.',
    registers,
  });
  app.addHook('onRequest', (_request, _reply, done) => {
    underWay.inc();
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? UNKNOWN;
    const method = known.has(request.method) ? request.method : 'OTHER';
    requests.inc({ route, method, status: String(reply.statusCode) });
    duration.observe({ route }, reply.elapsedTime / 1_000);
    underWay.dec();
    done();
  });
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', registry.contentType).send(await registry.metrics()),
  );
}
