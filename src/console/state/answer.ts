import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { skipToken, useQuery } from '@apollo/client/react';

/** What a question is answered with, or why there is none yet; while a changed question is under way the last answer stays. */
export interface Answer<Data> {
  readonly data: Data | undefined;
  readonly error: string | null;
  readonly loading: boolean;
  readonly retry: () => void;
}

/** Asks a question; with null in place of its variables nothing is asked. */
export function useAnswer<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
): Answer<Data> {
  const plain = document as TypedDocumentNode<Data>;
  const result = useQuery(plain, variables === null ? skipToken : { variables });
  return {
    data: result.data ?? result.previousData,
    error: result.error?.message ?? null,
    loading: result.loading,
    retry: () => void result.refetch(),
  };
}
