import { GraphQLError } from 'graphql';

/** What the client got wrong, in a sentence that it can act on. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** What the caller may not see or do. */
export const forbidden = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });

/** A literal of a document that is no string, as it is written there. */
export class WrittenOut {
  constructor(readonly source: string) {}
}

/** A client's own text inside a message, cut so that an error never echoes a large value. */
export function quoted(value: unknown): string {
  const written = value instanceof WrittenOut ? value.source : value;
  const text = typeof written === 'string' ? written : JSON.stringify(written);
  const start = Array.from(text.slice(0, 80)).slice(0, 40).join('');
  return `"${start}${start.length < text.length ? '…' : ''}"`;
}

/** What needs somebody who has signed in. */
export const unauthenticated = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' } });
