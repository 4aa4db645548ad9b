import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { AnswerCache, type StoredAnswer } from './answer-cache.js';
import type { RequestContext } from './answer-plugin.js';
import type { Readiness } from './readiness.js';
import { bodyText } from './request-body.js';

/** A version of the data, read after the call began; see `DataVersion`. */
export type ReadVersion = () => Promise<string>;

/** Characters of a megabyte of the setting. */
const MEGABYTE = 1_000_000;

/** Headers of an answer that belong to it and not to the request that it was made for. */
const KEPT_HEADERS = ['content-type'];

/** Contexts whose answer says nothing but what the data says: queries without an error. */
const pure = new WeakSet<RequestContext>();

/** Marks the answers that may be remembered. */
export const purePlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ operation, response, contextValue }) {
        const { body } = response;
        const isWhole = body.kind === 'single' && body.singleResult.errors === undefined;
        if (isWhole && operation?.operation === OperationTypeNode.QUERY) pure.add(contextValue);
        return Promise.resolve();
      },
    }),
};

interface Parts {
  /** Megabytes; 0 remembers nothing. */
  readonly megabytes: number;
  readonly readVersion: ReadVersion | undefined;
  readonly readiness: Readiness;
  /** The context that a request was answered with. */
  readonly contextOf: (request: FastifyRequest) => RequestContext | undefined;
}

/**
 * Answers a question again from memory as long as nobody committed anything since, whatever process did so: each request
 * compares with a version of the data that was read after it came. A GET gets an ETag, and 304 where the client has the
 * answer already. Who shows credentials is always answered anew.
 */
export function remembering(handler: RouteHandlerMethod, parts: Parts): RouteHandlerMethod {
  const { megabytes, readVersion, readiness } = parts;
  const cache = megabytes > 0 && readVersion ? new AnswerCache(megabytes * MEGABYTE) : null;
  return async function answer(request, reply) {
    const key = cache && readiness.unprepared === null ? keyOf(request) : null;
    const version = key === null ? null : await versionOrNull(readVersion);
    const known = key !== null && version !== null ? cache?.get(key) : undefined;
    if (known && known.version === version) return send(known, request, reply);
    const body: unknown = await handler.call(this, request, reply);
    const context = parts.contextOf(request);
    if (typeof body !== 'string' || !context || !pure.has(context)) return body;
    const stored = store(body, reply, version ?? '');
    if (key !== null && version !== null) cache?.set(key, stored);
    return send(stored, request, reply);
  };
}

/** Null where the answer may depend on more than the question. */
function keyOf(request: FastifyRequest): string | null {
  const { method, headers, url } = request;
  if (headers.authorization !== undefined || headers.cookie !== undefined) return null;
  const question = method === 'POST' ? bodyText(request) : url;
  return question === undefined ? null : `${method} ${headers.accept ?? ''}\n${question}`;
}

/** Whatever is wrong with the database, the question itself is to say so. */
const versionOrNull = async (readVersion: ReadVersion | undefined): Promise<string | null> =>
  (await readVersion?.().catch(() => null)) ?? null;

function store(body: string, reply: FastifyReply, version: string): StoredAnswer {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { body, headers: Object.fromEntries(headers) as Record<string, string>, version, etag };
}

function send(
  { body, headers, etag }: StoredAnswer,
  { method, headers: asked }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (method === 'GET' || method === 'HEAD') {
    void reply.header('etag', etag).header('cache-control', 'no-cache');
    if (matches(asked['if-none-match'], etag)) return reply.code(304).send();
  }
  return reply.code(200).headers(headers).send(body);
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
