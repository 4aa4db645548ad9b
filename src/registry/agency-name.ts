import { readDataFile } from './data-file.js';

/** How agencies' names are written for matching. */

interface ShortNames {
  shortNames: Readonly<Record<string, string>>;
}

let shortNames: ReadonlyMap<string, string> | null = null;

const fullNames = (): ReadonlyMap<string, string> =>
  (shortNames ??= new Map(Object.entries(readDataFile<ShortNames>('sectors.json').shortNames)));

/** Narrow, without blanks and invisible characters: 周口市 公安局（机关） → 周口市公安局(机关). */
export const plainName = (name: string): string =>
  name.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]/gu, '');

/** Without a closing bracket, which names a plate on the same door: 财政局(国资委) → 财政局. */
export const withoutPlate = (name: string): string => name.replace(/(?<=.)\([^()]*\)$/, '');

/** Without plate and 机关: what the organ itself is called. */
export const bareOrgan = (organ: string): string =>
  withoutPlate(organ).replace(/(?<=政府|局|厅|委员会|委)机关$/, '');

/**
 * The one way of writing what follows a region's name: 政府 → 人民政府, 管委会 → 管理委员会, 街道办 → 街道办事处,
 * 人社局 → 人力资源和社会保障局; without 机关 and a plate.
 */
export const canonicalOrgan = (organ: string): string => {
  const bare = bareOrgan(organ)
    .replace(/(^|镇|乡|苏木)政府/, '$1人民政府')
    .replace(/街道办?$/, '街道办事处')
    .replace(/(?<=.[镇乡]|.苏木)$/, '人民政府')
    .replace(/管委会/, '管理委员会')
    .replace(/政府办$/, '政府办公室');
  return fullNames().get(bare) ?? bare;
};

/** The name under which an agency is looked for where its region is not known. */
export const normaliseAgencyName = (name: string): string => canonicalOrgan(plainName(name));
