import type { Database } from '../entities/database.js';
import type { SectorRecord } from './records.js';

/** Every sector in its usual order. */
export const allSectors = (db: Database): Promise<SectorRecord[]> =>
  db.prepared<SectorRecord>(
    `SELECT sector.code, sector.name_zh AS "nameZh", sector.name_en AS "nameEn"
FROM sector ORDER BY sector.ordinal, sector.code`,
  );

/** Codes of the sectors of agencies, by agency id, the primary one first. */
export async function sectorsOfAgencies(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const lines = await db.prepared<{ agency_id: string; sector_code: string }>(
    `SELECT agency_sector.agency_id, agency_sector.sector_code FROM agency_sector
WHERE agency_sector.agency_id = ANY($1::bigint[]) ORDER BY agency_sector.ordinal, agency_sector.sector_code`,
    [[...ids]],
  );
  const sectors = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const line of lines) sectors.get(line.agency_id)?.push(line.sector_code);
  return sectors;
}
