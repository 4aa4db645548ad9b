import { useCallback, useState } from 'react';
import type { Typed } from './figures';

/** What is typed is kept in the browser until it is saved: closing the page loses nothing. */

export interface Kept {
  readonly typed: Typed;
  /** Version of the report on which it was typed; null where there was none. */
  readonly version: number | null;
}

const nameOf = (subject: string): string => `nianbao fill-in ${subject}`;

function read(subject: string): Kept | null {
  try {
    const text = localStorage.getItem(nameOf(subject));
    if (text === null) return null;
    const { typed, version } = JSON.parse(text) as {
      typed: [string, string][];
      version: number | null;
    };
    return { typed: new Map(typed), version };
  } catch {
    // What this browser does not keep, or kept otherwise once, is not there.
    return null;
  }
}

/** Figures typed for a subject and not saved yet. @returns null where there are none */
export function useKept(subject: string): [Kept | null, (kept: Kept | null) => void] {
  const [kept, setKept] = useState(() => read(subject));
  const keep = useCallback(
    (next: Kept | null) => {
      setKept(next);
      try {
        if (next === null) localStorage.removeItem(nameOf(subject));
        else {
          const text = JSON.stringify({ typed: [...next.typed], version: next.version });
          localStorage.setItem(nameOf(subject), text);
        }
      } catch {
        // A browser without storage keeps it as long as the page is open.
      }
    },
    [subject],
  );
  return [kept, keep];
}
