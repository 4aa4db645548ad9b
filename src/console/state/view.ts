import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { en } from '../words/en';
import { zh, type Words } from '../words/zh';

/** The whole state of a view stands in its address; nothing is kept elsewhere. */

/** New values of parameters; null or an empty list takes one away. */
export type Changes = Readonly<Record<string, string | number | readonly string[] | null>>;

interface How {
  /** True where back should not lead to what stood there before. */
  readonly replace?: boolean;
}

export interface View {
  readonly params: URLSearchParams;
  readonly words: Words;
  readonly text: (name: string) => string | null;
  readonly list: (name: string) => string[];
  /** Writes changes into the address; a list stands as values with commas between them. */
  readonly change: (changes: Changes, how?: How) => void;
}

/** An address with changed parameters. */
export function changed(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    const text = Array.isArray(value) ? value.join(',') : value === null ? '' : String(value);
    if (text === '') next.delete(name);
    else next.set(name, text);
  }
  return next;
}

export function useView(): View {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Changes, how: How = {}) =>
      setParams((old) => changed(old, changes), { preventScrollReset: true, ...how }),
    [setParams],
  );
  return {
    params,
    words: params.get('lang') === 'en' ? en : zh,
    text: (name) => params.get(name),
    list: (name) => (params.get(name) ?? '').split(',').filter((each) => each !== ''),
    change,
  };
}
