import type { Database } from '../entities/database.js';

/** Whether who asks may read the text of reports as it was printed, personal data and all. */
export interface Originals {
  /** Of these reports those that they may. */
  allowed: (database: Database, reportIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /**
   * Puts on record that the personal data of these reports are shown; they are not where it fails.
   * @throws DatabaseError
   */
  record: (database: Database, reportIds: readonly string[]) => Promise<void>;
}

type Texts<T> = (database: Database, reportIds: readonly string[]) => Promise<Map<string, T>>;

/**
 * A look-up of texts by report as who asks may see them: masked, or the original after the look is on record. Null in
 * place of `originals` is anyone.
 */
export function shownTo<T>(
  originals: Originals | null,
  find: Texts<T>,
  masked: (texts: T) => T,
): Texts<T> {
  return async (database, reportIds) => {
    const found = await find(database, reportIds);
    const allowed = await originals?.allowed(database, reportIds);
    const looks: string[] = [];
    for (const [reportId, texts] of found) {
      const shown = masked(texts);
      if (!allowed?.has(reportId)) found.set(reportId, shown);
      else if (JSON.stringify(shown) !== JSON.stringify(texts)) looks.push(reportId);
    }
    if (looks.length > 0) await originals?.record(database, looks);
    return found;
  };
}
