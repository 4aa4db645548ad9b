import type { Loaders } from '../rollup/loaders.js';
import { Agency } from '../schema/agency.js';

/** The agency of a database id; null where there is none. */
export async function findAgency(
  loaders: Loaders,
  key: string | null | undefined,
): Promise<Agency | null> {
  const record = key == null ? null : await loaders.agency.load(key);
  return record ? Agency.of(record) : null;
}
