import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';

/** What is said of an answer between the places that make it; the context of each request has its own. */
export interface Remark {
  /** True where the answer says nothing but what the data says: that of a query without an error. */
  isPure: boolean;
  /** Why the version of the data could not be read; null where it could, or nobody tried. */
  readonly fault: unknown;
  /** What was asked, once the engine has read it and found it sound. */
  asked: Asked | null;
  /** What the operation came to, where it was executed before the engine saw it. */
  made: ExecutionResult | null;
}

/** An operation and the document that it stands in. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The remark on a request of which nothing is known yet. */
export const remarkOn = (fault: unknown): Remark => ({
  isPure: false,
  fault,
  asked: null,
  made: null,
});
