import type { Cursor, Page, PageRequest } from '../rollup/shapes.js';
import type { Connection } from '../schema/connection.js';
import { badInput } from '../schema/errors.js';
import type { PageArgs } from '../schema/page.js';

/** The place of an entry, opaque to clients. */
export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');

/** Half of a surrogate pair the database would take for another character. */
const isPart = (part: unknown): boolean =>
  typeof part === 'string'
    ? !/\p{Surrogate}/u.test(part)
    : part === null || ['number', 'boolean'].includes(typeof part);

const isCursor = (value: unknown): value is Cursor => Array.isArray(value) && value.every(isPart);

/** @throws BAD_USER_INPUT where the text was not made by `encodeCursor` */
export function decodeCursor(text: string): Cursor {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isCursor(cursor) && encodeCursor(cursor) === text) return cursor;
  } catch {
    // Not JSON: refused below.
  }
  throw badInput('`after` is not a cursor of this list.');
}

/** `first` and `after` as the lists below take them. */
export const pageRequest = ({ first, after }: PageArgs): PageRequest => ({
  first,
  after: after == null ? null : decodeCursor(after),
});

/** An entry with its cursor, which is written when somebody asks for it. */
class Edge<T> {
  constructor(
    private readonly place: Cursor,
    readonly node: T,
  ) {}

  get cursor(): string {
    return encodeCursor(this.place);
  }
}

/** A page of records as a connection of what the API shows of them. */
export function connection<R, T>(
  { items, hasNextPage, totalCount }: Page<R>,
  { after }: PageArgs,
  show: (record: R) => T,
): Connection<T> {
  const edges = items.map(({ cursor, node }) => new Edge(cursor, show(node)));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after != null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    totalCount,
  };
}

/** Cursors of a list that does not name itself carry its name in front, so that lists refuse each other's. */
export const namedPage = <R>(name: string, page: Page<R>): Page<R> => ({
  ...page,
  items: page.items.map(({ cursor, node }) => ({ cursor: [name, ...cursor], node })),
});

/** @throws BAD_USER_INPUT where the cursor is one of another list */
export function namedRequest(name: string, args: PageArgs): PageRequest {
  const { first, after } = pageRequest(args);
  if (after === null) return { first, after };
  if (after[0] !== name) throw badInput('`after` is not a cursor of this list.');
  return { first, after: after.slice(1) };
}
