import type { CompareQuery, CompareQueryVariables } from '../gql';

/** What is compared: regions by code, agencies by id. In an address `r.990100,a.QWdl…`. */
export interface Item {
  readonly kind: 'r' | 'a';
  readonly id: string;
  readonly key: string;
}

/** An item with what was answered of it. */
export interface Compared {
  readonly item: Item;
  readonly name: string;
  readonly variables: CompareQueryVariables;
  readonly data: CompareQuery;
}

/** Items of one page at most. */
export const MOST_ITEMS = 8;

export const readItems = (texts: readonly string[]): Item[] =>
  [...new Set(texts)].slice(0, MOST_ITEMS).flatMap((key): Item[] => {
    const [, kind, id] = /^([ra])\.([\w-]+)$/.exec(key) ?? [];
    if (id === undefined || (kind !== 'r' && kind !== 'a')) return [];
    return [{ kind, id, key }];
  });
