import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';

/** Something that changes data. */
export interface Act<Data, Variables> {
  /** Null where it failed; `error` says why. */
  readonly run: (variables: Variables) => Promise<Data | null>;
  readonly busy: boolean;
  readonly error: string | null;
}

/** Does something; what is shown is asked for again by whoever shows it. */
export function useAct<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Act<Data, Variables> {
  const [mutate, { loading, error }] = useMutation(document as TypedDocumentNode<Data>);
  return {
    run: async (variables) => {
      try {
        return (await mutate({ variables })).data ?? null;
      } catch {
        // What went wrong is in `error`.
        return null;
      }
    },
    busy: loading,
    error: error?.message ?? null,
  };
}
