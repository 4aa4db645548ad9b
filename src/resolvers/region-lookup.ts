import type { Loaders } from '../rollup/loaders.js';
import { Region } from '../schema/region.js';

/** The region of a code; null where there is none. */
export async function findRegion(
  loaders: Loaders,
  code: string | null | undefined,
): Promise<Region | null> {
  const record = code == null ? null : await loaders.region.load(code);
  return record ? Region.of(record) : null;
}

/** From the country down to the parent: one look-up a level, whatever the number of regions. */
export async function ancestorsOf(loaders: Loaders, region: Region): Promise<Region[]> {
  const parent = await findRegion(loaders, region.parentCode);
  return parent ? [...(await ancestorsOf(loaders, parent)), parent] : [];
}
