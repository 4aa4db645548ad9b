import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { exportRoster } from '../../registry/roster/roster-csv.js';
import { RosterError } from '../../registry/roster/roster-error.js';
import type { RosterKey } from '../../registry/roster/write-roster.js';

/** A roster as a list; null where there is none. */
export const rosterCsv = async (database: Database, key: RosterKey): Promise<string | null> => {
  try {
    return await database.transaction((manager) => exportRoster(manager, key), {
      timeoutMs: limits.long,
    });
  } catch (error) {
    if (error instanceof RosterError) return null;
    throw error;
  }
};
