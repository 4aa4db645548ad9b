import type { Database } from '../../src/entities/database.js';
import { foldSums } from '../../src/filing/kept/fold-sums.js';
import { keepSums, type SumsChange } from '../../src/filing/kept/keep-sums.js';

/** How far the totals of a world are folded: not at all, half of it, all of it. */
export type Folded = 'NOTHING' | 'HALF' | 'ALL';

/** Keeps the totals of the reports that were stored without filing. */
export async function keepWorld(db: Database, folded: Folded = 'ALL'): Promise<void> {
  const tables = ['kept_total', 'kept_total_change', 'kept_presence', 'kept_presence_change'];
  for (const table of tables) await db.query(`DELETE FROM ${table}`);
  const lines = await db.query<{ id: string; agency: string }>(
    'SELECT id, agency_id AS agency FROM report WHERE is_current ORDER BY id',
  );
  // By agency: what a report changes depends on the agency's others.
  const part = (isFirst: boolean): string[] =>
    lines.filter(({ agency }) => (Number(agency) % 2 === 1) === isFirst).map(({ id }) => id);
  const keep = (change: SumsChange): Promise<void> =>
    db.transaction((manager) => keepSums(manager, change), { onePlan: true });
  await keep({ added: part(true) });
  if (folded === 'HALF') {
    await foldSums(db);
    // Goes and comes again: what is kept is less than nothing without its changes.
    await keep({ removed: part(true).slice(0, 2) });
    await keep({ added: part(true).slice(0, 2) });
  }
  await keep({ added: part(false) });
  if (folded === 'ALL') await foldSums(db);
}
