import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import { useAnswer, type Answer } from './answer';
import { useView } from './view';

/** A page of a list as the API answers it. */
export interface ListPage<Line> {
  readonly nodes: readonly Line[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** A list, page by page or all of it. */
export interface ListAnswer<Data, Line> {
  readonly answer: Answer<Data>;
  readonly lines: readonly Line[];
  readonly total: number;
  /** Place of the next page; null at the end, and where all is listed. */
  readonly next: string | null;
  /** Why the rest of the list did not come. */
  readonly broken: string | null;
}

/** Entries of a page where all are listed: as many as the API gives at once. */
const LONGEST = 500;

interface Rest<Line> {
  /** Of which question. */
  readonly of: string;
  readonly lines: readonly Line[];
  readonly broken: string | null;
}

/**
 * Asks for a list: the page that the address names, or with `all=1` in it all entries, the first of them at once and the
 * rest page after page.
 */
export function useList<Data, V extends OperationVariables, Line>(
  document: TypedDocumentNode<Data, V>,
  variables: V | null,
  pageOf: (data: Data) => ListPage<Line> | null,
): ListAnswer<Data, Line> {
  const { text } = useView();
  const whole = text('all') === '1';
  const asked: V | null = variables && {
    ...variables,
    ...(whole ? { first: LONGEST, after: null } : { after: text('after') }),
  };
  const answer = useAnswer(document, asked);
  const page = answer.data === undefined ? null : pageOf(answer.data);
  const name = whole && page ? JSON.stringify([asked, page.pageInfo.endCursor]) : null;
  const rest = useRest(document, asked, page, name, pageOf);
  const nodes = page?.nodes;
  const lines = useMemo(() => [...(nodes ?? []), ...(rest?.lines ?? [])], [nodes, rest]);
  return {
    answer,
    lines,
    total: page?.totalCount ?? 0,
    next: !whole && page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null,
    broken: rest?.broken ?? null,
  };
}

/** What comes after the first page, where `name` tells that somebody wants all of it. */
function useRest<Data, V extends OperationVariables, Line>(
  document: TypedDocumentNode<Data, V>,
  asked: V | null,
  page: ListPage<Line> | null,
  name: string | null,
  pageOf: (data: Data) => ListPage<Line> | null,
): Rest<Line> | null {
  const client = useApolloClient();
  const [rest, setRest] = useState<Rest<Line> | null>(null);
  useEffect(() => {
    if (name === null || asked === null) return undefined;
    const asking = new AbortController();
    const isWanted = () => !asking.signal.aborted;
    const read = async () => {
      const lines: Line[] = [];
      let next = page?.pageInfo;
      while (isWanted() && next?.hasNextPage) {
        const variables = { ...asked, after: next.endCursor ?? null };
        // Thousands of entries are kept here alone, not in the client's cache as well.
        const { data } = await client.query({
          query: document,
          variables,
          fetchPolicy: 'no-cache',
        });
        const more = data === undefined ? null : pageOf(data);
        lines.push(...(more?.nodes ?? []));
        next = more?.pageInfo;
        if (isWanted()) setRest({ of: name, lines: [...lines], broken: null });
      }
    };
    read().catch((error: unknown) => {
      const broken = error instanceof Error ? error.message : String(error);
      if (isWanted()) setRest((before) => ({ of: name, lines: before?.lines ?? [], broken }));
    });
    return () => asking.abort();
    // Its name tells the question and its first page.
  }, [name]);
  return rest?.of === name ? rest : null;
}
