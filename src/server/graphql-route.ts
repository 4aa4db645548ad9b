import { fastifyApolloHandler } from '@as-integrations/fastify';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  preHandlerHookHandler,
  RouteHandlerMethod,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from './answer-plugin.js';
import { authenticate, type FindViewer } from './auth.js';
import type { SendPage } from './built-pages.js';
import type { Config } from './config.js';
import { createApollo } from './graphql.js';
import { sendError } from './http-errors.js';
import { knowing } from './known-questions.js';
import { Admission } from './limits/admission.js';
import type { Readiness } from './readiness.js';
import { RateLimit } from './rate-limit.js';
import { remarkOn, type Remark } from './remark.js';
import { remembering, type ReadVersion } from './remembered.js';
import { requireJson } from './request-body.js';

const TOO_MANY = 'Too many requests from this address; slow down.';

interface GraphqlParts {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly readiness: Readiness;
  readonly contextFor: (request: FastifyRequest, reply: FastifyReply) => RequestContext;
  readonly findViewer?: FindViewer;
  readonly readVersion?: ReadVersion;
}

/** A browser that opens the address, in contrast to a program that asks with GET. */
function wantsPage({ method, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const [first = ''] = (headers.accept ?? '').split(',');
  return first.trim().toLowerCase().startsWith('text/html');
}

/** Refuses requests of clients that send too many; without a limit nothing is counted. */
function limited({ rateLimit }: Config): preHandlerHookHandler {
  const limit = rateLimit > 0 ? new RateLimit(rateLimit) : null;
  return (request, reply, done) => {
    if (limit?.take(request.ip) === false) sendError(reply, 'RATE_LIMITED', TOO_MANY, request.id);
    else done();
  };
}

/** Lets at most `most` requests run at once; others are answered at once. */
function bounded(most: number, handler: RouteHandlerMethod): RouteHandlerMethod {
  let underWay = 0;
  return async function answer(request, reply) {
    if (underWay >= most) return sendError(reply, 'OVERLOADED', '', request.id);
    underWay += 1;
    try {
      return await handler.call(this, request, reply);
    } finally {
      underWay -= 1;
    }
  };
}

/** GET and POST /graphql: the API, and the playground for a browser. */
export async function addGraphql(
  app: FastifyInstance,
  { config, schema, readiness, contextFor, findViewer, readVersion }: GraphqlParts,
  page: SendPage | null,
): Promise<void> {
  const admission = new Admission(schema, config.maxCost);
  const apollo = createApollo({ schema, config, readiness, admission, log: app.log });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  const remarks = new WeakMap<FastifyRequest, Remark>();
  const remarkOf = (request: FastifyRequest): Remark => {
    const remark = remarks.get(request) ?? remarkOn(null);
    remarks.set(request, remark);
    return remark;
  };
  const contextOf = (request: FastifyRequest, reply: FastifyReply): RequestContext => {
    return { ...contextFor(request, reply), remark: remarkOf(request) };
  };
  const engine = fastifyApolloHandler(apollo, {
    context: (request, reply) => Promise.resolve(contextOf(request, reply)),
  });
  const answered = remembering(
    knowing(engine, { schema, admission, readiness, contextOf, remarkOf }),
    {
      megabytes: config.answerCacheMb,
      readVersion,
      readiness,
      remarks,
    },
  );
  const handler = bounded(config.maxUnderWay, answered);
  const signIn = async (request: FastifyRequest): Promise<void> => {
    if (findViewer && readiness.unprepared === null) await authenticate(request, findViewer);
  };
  const preHandler = [limited(config), signIn];
  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: (request, reply, done) => {
      requireJson(request);
      done();
    },
    preHandler,
    handler,
  });
  app.route({
    method: 'GET',
    url: '/graphql',
    preHandler,
    handler: function answer(request, reply) {
      void reply.header('vary', 'accept');
      if (page && wantsPage(request)) return page(reply);
      return handler.call(this, request, reply);
    },
  });
}
