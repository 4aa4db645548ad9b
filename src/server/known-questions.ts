import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { RequestContext } from './answer-plugin.js';
import { compiled, executing, type Execute, type Execution, type Operation } from './execution.js';
import { codeOf } from './errors.js';
import { LatestUsed } from './latest-used.js';
import type { Admission } from './limits/admission.js';
import { fieldsWrittenOut } from './limits/written-out.js';
import type { Readiness } from './readiness.js';
import type { Asked, Remark } from './remark.js';

/**
 * What known questions may take in all, as characters: a field of a program takes as much as some twenty of a question.
 * A hundred of the longest are some 70 MB with their documents and programs.
 */
const MOST = 1_000_000;
const OF_FIELD = 20;

/** A program of more fields would take long to make, while nobody else is served. */
const MOST_FIELDS = 500;

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
  const known = new LatestUsed<Known>(MOST, (key, { fields }) => key.length + OF_FIELD * fields);
  return async function answer(request, reply) {
    const posted = postedBy(request);
    if (posted === null) return engine.call(this, request, reply);
    const key = keyOf(request, posted);
    const found = known.get(key);
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
      known.set(key, new Known(parts.schema, { ...remark.asked, operationName }, contentType));
    }
    return body;
  };
}

/** A question that the engine has answered. */
class Known {
  #asked = 0;
  #execute: Execute;
  /** With fragments written out. */
  readonly fields: number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly asked: Asked & Operation,
    /** Of the answer, as the engine chose it. */
    readonly contentType: string,
  ) {
    this.#execute = executing(schema, asked);
    this.fields = fieldsWrittenOut(asked.document);
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
    if (this.#asked === COMPILED_AFTER && this.fields <= MOST_FIELDS) {
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
