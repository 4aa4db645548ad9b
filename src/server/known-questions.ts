import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { RequestContext } from './answer-plugin.js';
import { compiled, executing, type Execute, type Execution, type Operation } from './execution.js';
import { codeOf } from './errors.js';
import type { Admission } from './limits/admission.js';
import type { Readiness } from './readiness.js';
import type { Asked, Remark } from './remark.js';

/** Questions that are known at a time; those that nobody asked for longest go first. */
const MOST = 500;

/** Characters of a question that is worth knowing. */
const LONGEST = 20_000;

/** Times that a question is asked before it is worth the time to compile it. */
const COMPILED_AFTER = 3;

interface Posted {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | null;
}

interface Parts {
  readonly admission: Admission;
  readonly schema: GraphQLSchema;
  readonly readiness: Readiness;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext;
  readonly remarkOf: (request: FastifyRequest) => Remark;
}

/**
 * Answers questions that the engine has answered before: what they say is read, valid and allowed, so they are executed
 * at once. Whatever is otherwise than it was then, an error among them, is for the engine to answer.
 */
export function knowing(engine: RouteHandlerMethod, parts: Parts): RouteHandlerMethod {
  const known = new KnownQuestions();
  return async function answer(request, reply) {
    const posted = postedBy(request);
    if (posted === null || posted.query.length > LONGEST) return engine.call(this, request, reply);
    const key = keyOf(request, posted);
    const found = known.find(key);
    const remark = parts.remarkOf(request);
    if (found && remark.fault === null && parts.readiness.unprepared === null) {
      const context = parts.contextOf(request, reply);
      const body = await found.answer({ variables: posted.variables, context }, parts.admission);
      if (body !== null) {
        remark.isPure = true;
        void reply.header('content-type', found.contentType);
        return body;
      }
    }
    const body: unknown = await engine.call(this, request, reply);
    const contentType = reply.getHeader('content-type');
    if (!found && remark.isPure && remark.asked && typeof contentType === 'string') {
      const { operationName } = posted;
      known.learn(key, new Known(parts.schema, { ...remark.asked, operationName }, contentType));
    }
    return body;
  };
}

/** A question that the engine has answered. */
class Known {
  #asked = 0;
  #execute: Execute;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly asked: Asked & Operation,
    /** Of the answer, as the engine chose it. */
    readonly contentType: string,
  ) {
    this.#execute = executing(schema, asked);
  }

  /** Null where it is not let in, its variables do not fit or it has errors; these are in the remark. */
  async answer(execution: Execution, admission: Admission): Promise<string | null> {
    const { document, operation } = this.asked;
    const { context } = execution;
    const variables = execution.variables ?? {};
    const objects = admitted(admission, { document, operation, variables });
    if (objects === null) return null;
    try {
      const result = await this.#executor()(execution);
      if (result.errors === undefined) return `${JSON.stringify(result)}\n`;
      this.#keep(result, result.errors, context.remark);
      return null;
    } finally {
      admission.leave(objects);
    }
  }

  /** What has an error that nobody foresaw is answered anew, and from now on without the compiler. */
  #keep(result: ExecutionResult, errors: readonly GraphQLError[], remark?: Remark): void {
    if (errors.some((error) => codeOf(error) === 'INTERNAL_SERVER_ERROR')) {
      this.#execute = executing(this.schema, this.asked);
    } else if (remark && result.data !== undefined) {
      remark.made = result;
    }
  }

  #executor(): Execute {
    this.#asked += 1;
    if (this.#asked === COMPILED_AFTER) {
      this.#execute = compiled(this.schema, this.asked) ?? this.#execute;
    }
    return this.#execute;
  }
}

/** Null where it is refused: the engine says so. */
function admitted(admission: Admission, asking: Parameters<Admission['admit']>[0]): number | null {
  try {
    return admission.admit(asking);
  } catch {
    return null;
  }
}

/** The question of a request that is nothing but one; null where the engine has to look at it. */
function postedBy({ method, body }: FastifyRequest): Posted | null {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return null;
  const { query, operationName = null, variables = null, ...more } = body as Partial<Posted>;
  if (typeof query !== 'string' || Object.keys(more).length > 0) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (typeof variables !== 'object' || Array.isArray(variables)) return null;
  return { query, operationName, variables };
}

/** All that the engine's reading depended on. */
const keyOf = ({ headers }: FastifyRequest, { query, operationName }: Posted): string =>
  `${headers.accept ?? ''}\n${headers['content-type'] ?? ''}\n${operationName ?? ''}\n${query}`;

class KnownQuestions {
  readonly #known = new Map<string, Known>();

  find(key: string): Known | undefined {
    const known = this.#known.get(key);
    if (!known) return undefined;
    this.#known.delete(key);
    this.#known.set(key, known);
    return known;
  }

  learn(key: string, known: Known): void {
    this.#known.set(key, known);
    if (this.#known.size <= MOST) return;
    const [oldest = key] = this.#known.keys();
    this.#known.delete(oldest);
  }
}
