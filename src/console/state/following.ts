import type { TypedDocumentNode } from '@apollo/client';
import { print } from 'graphql/language/printer';
import { useEffect, useRef } from 'react';

/**
 * Follows something on the server and tells each change of it; what is there at first is no news. The client comes when
 * something is followed for the first time, reconnects by itself, and where following is refused nothing is told.
 */
export function useNews<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
  onNews: () => void,
): void {
  const tell = useRef(onNews);
  useEffect(() => {
    tell.current = onNews;
  });
  const asked = variables === null ? null : JSON.stringify(variables);
  useEffect(() => {
    if (asked === null) return undefined;
    let stop = (): void => undefined;
    let wanted = true;
    let before: string | null = null;
    void import('graphql-sse').then(({ createClient }) => {
      if (!wanted) return;
      const client = createClient({ url: '/graphql/stream', retryAttempts: 10 });
      const end = client.subscribe(
        { query: print(document), variables: JSON.parse(asked) as Record<string, unknown> },
        {
          next: ({ data }) => {
            const now = JSON.stringify(data);
            if (before !== null && now !== before) tell.current();
            before = now;
          },
          // The view is as true as when it was opened.
          error: () => undefined,
          complete: () => undefined,
        },
      );
      stop = () => {
        end();
        client.dispose();
      };
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [document, asked]);
}
