import { Field, ObjectType, type ClassType } from 'type-graphql';

import { Count } from './scalars/count.js';
import { PageInfo } from './page.js';

/** A page of a list as resolvers answer it. */
export interface Connection<T> {
  edges: readonly { cursor: string; node: T }[];
  nodes: readonly T[];
  pageInfo: PageInfo;
  /** Counted only when it is selected. */
  totalCount: () => Promise<number>;
}

/** Declares the types `<name>Edge` and `<name>Connection`; returns the latter. */
export function connectionOf<T extends object>(
  name: string,
  node: () => ClassType<T>,
  noun: string,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One of a page of ${noun}, with its cursor.`,
  })
  class Edge {
    @Field(() => String, { description: 'To be given as `after` of a page that starts behind it.' })
    cursor!: string;

    @Field(() => node(), { description: `The entry itself.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of ${noun}.`,
  })
  class PageOfNodes implements Connection<T> {
    @Field(() => [Edge], { description: 'The entries with their cursors.' })
    edges!: { cursor: string; node: T }[];

    @Field(() => [node()], { description: 'The entries alone.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Whether there is more, and from where to go on.' })
    pageInfo!: PageInfo;

    @Field(() => Count, {
      description: 'Entries of the whole list; counted only when it is selected.',
    })
    totalCount!: () => Promise<number>;
  }

  return PageOfNodes;
}
