import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { answerCache, StoredAnswer } from './answer-cache.js';
import type { RequestContext } from './answer-plugin.js';
import type { Readiness } from './readiness.js';
import { remarkOn, type Remark } from './remark.js';
import { bodyText } from './request-body.js';

/** A version of the data, read after the call began; see `DataVersion`. */
export type ReadVersion = () => Promise<string>;

/** Characters of a megabyte of the setting. */
const MEGABYTE = 1_000_000;

/** Headers of an answer that belong to it and not to the request that it was made for. */
const KEPT_HEADERS = ['content-type'];

/** Marks the answers that may be remembered, and says what was asked. */
export const purePlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ document, operation, response: { body }, contextValue: { remark } }) {
        const isWhole = body.kind === 'single' && body.singleResult.errors === undefined;
        if (remark && document && operation?.operation === OperationTypeNode.QUERY) {
          remark.isPure = isWhole;
          remark.asked = { document, operation };
        }
        return Promise.resolve();
      },
    }),
};

interface Parts {
  /** Megabytes; 0 remembers nothing. */
  readonly megabytes: number;
  readonly readVersion: ReadVersion | undefined;
  readonly readiness: Readiness;
  /** The remark on a request; its context has it too. */
  readonly remarks: WeakMap<FastifyRequest, Remark>;
}

/**
 * Answers a question again from memory as long as nobody committed anything since, whatever process did so: each request
 * compares with a version of the data that was read after it came. A GET gets an ETag, and 304 where the client has the
 * answer already. Who shows credentials is always answered anew.
 */
export function remembering(handler: RouteHandlerMethod, parts: Parts): RouteHandlerMethod {
  const { megabytes, readVersion, readiness } = parts;
  const cache = megabytes > 0 && readVersion ? answerCache(megabytes * MEGABYTE) : null;
  return async function answer(request, reply) {
    const key = cache && readiness.unprepared === null ? keyOf(request) : null;
    const { version, fault } = key === null ? NOT_ASKED : await asked(readVersion);
    const known = key !== null && version !== null ? cache?.get(key) : undefined;
    if (known && known.version === version) return send(known, request, reply);
    const remark = remarkOn(fault);
    parts.remarks.set(request, remark);
    const body: unknown = await handler.call(this, request, reply);
    const isTold = remark.isPure && reply.statusCode === 200;
    if (typeof body !== 'string' || !isTold) return body;
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
  const heads = [method, headers.accept, ...PREFLIGHT.map((name) => headers[name])];
  return question === undefined ? null : `${heads.join('\n')}\n${question}`;
}

/** Without one of these a GET is refused: a page of another site could have made it. */
const PREFLIGHT = ['content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;

interface Asked {
  readonly version: string | null;
  readonly fault: unknown;
}

const NOT_ASKED: Asked = { version: null, fault: null };

const asked = async (readVersion: ReadVersion | undefined): Promise<Asked> => {
  try {
    return { version: (await readVersion?.()) ?? null, fault: null };
  } catch (fault) {
    return { version: null, fault };
  }
};

function store(body: string, reply: FastifyReply, version: string): StoredAnswer {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return new StoredAnswer(body, Object.fromEntries(headers) as Record<string, string>, version);
}

function send(
  answer: StoredAnswer,
  { method, headers: asked }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { body, headers } = answer;
  if (method === 'GET' || method === 'HEAD') {
    const { etag } = answer;
    void reply.header('etag', etag).header('cache-control', 'no-cache');
    if (matches(asked['if-none-match'], etag)) return reply.code(304).send();
  }
  return reply.code(200).headers(headers).send(body);
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
