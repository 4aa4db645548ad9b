import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from './answer-plugin.js';
import type { FindViewer } from './auth.js';
import { addBuiltPage } from './built-pages.js';
import type { Config } from './config.js';
import { addConsole } from './console.js';
import { addGraphql } from './graphql-route.js';
import { addHealth } from './health.js';
import { addHttpErrors, answerError } from './http-errors.js';
import { closeIdleSockets } from './idle-sockets.js';
import { addMetrics } from './metrics.js';
import type { Readiness } from './readiness.js';
import type { ReadVersion } from './remembered.js';
import { addJsonBodies } from './request-body.js';
import { addSecurityHeaders } from './security-headers.js';
import { addSourceFiles, type SourceLookup } from './source-file.js';

/** Milliseconds: a client has this long for its headers, its whole request, and between two bytes. */
const HEADERS_TIMEOUT = 8_000;
const REQUEST_TIMEOUT = 12_000;
const IDLE_TIMEOUT = 15_000;
const CHECK_INTERVAL = 1_000;
const MAX_HEADER_BYTES = 16_384;
const MAX_CONNECTIONS = 1_000;

/** What the server is made of; everything that touches the database comes from outside. */
export interface ServerParts {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly readiness: Readiness;
  /** The context value of the resolvers for one request. */
  readonly contextFor: (request: FastifyRequest, reply: FastifyReply) => RequestContext;
  /** Who shows a credential; without it nobody can sign in. */
  readonly findViewer?: FindViewer;
  /** A version of the data; without it no answer is remembered. */
  readonly readVersion?: ReadVersion;
  readonly findSource: SourceLookup;
  /** Further routes, each over what it was given. */
  readonly addRoutes?: (app: FastifyInstance) => void;
  /** Folders of the built console and playground; null serves none. */
  readonly console: string | null;
  readonly playground: string | null;
}

function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.-]{1,64}$/.test(header) ? header : randomUUID();
}

function bareServer({ logLevel, trustProxy, maxBodyBytes }: Config): FastifyInstance {
  return fastify({
    logger: logLevel === 'silent' ? false : { level: logLevel, stream: process.stderr },
    trustProxy,
    bodyLimit: maxBodyBytes,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: IDLE_TIMEOUT,
    http: {
      headersTimeout: HEADERS_TIMEOUT,
      connectionsCheckingInterval: CHECK_INTERVAL,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: answerError,
  });
}

/** Puts the server together, not yet listening: `await app.listen(…)`, later `await app.close()`. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = bareServer(parts.config);
  app.server.maxConnections = MAX_CONNECTIONS;
  closeIdleSockets(app, IDLE_TIMEOUT);
  addMetrics(app);
  await app.register(cookie);
  addSecurityHeaders(app);
  addJsonBodies(app);
  addHttpErrors(app);
  app.addHook('onSend', (request, reply, payload, done) => {
    if (parts.readiness.isDraining) void reply.header('connection', 'close');
    done(null, payload);
  });
  addHealth(app, parts.readiness);
  addSourceFiles(app, parts.findSource, parts.findViewer);
  parts.addRoutes?.(app);
  if (parts.console !== null) await addConsole(app, parts.console);
  const open = parts.playground !== null && parts.config.introspection;
  const page = open ? await addBuiltPage(app, 'playground', parts.playground) : null;
  await addGraphql(app, parts, page);
  return app;
}
