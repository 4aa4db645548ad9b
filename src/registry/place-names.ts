import type { KnownRegion, RegionTree } from './region-tree.js';

/** Regions by the names under which agencies write them. */

const PEOPLES =
  '蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|怒族|鄂温克族|德昂族|保安族|裕固族|鄂伦春族|独龙族|门巴族|珞巴族|基诺族|各族|蒙古|哈萨克|柯尔克孜|维吾尔|达斡尔';
const AUTONOMOUS = new RegExp(`^(.+?)(?:${PEOPLES})*自治(州|县|旗)$`);
const PROVINCE_TAIL = /(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/;

/** 恩施土家族苗族自治州 → 恩施州, 东乡族自治县 → 东乡县; null for names without such a form. */
export const shortFormOf = (name: string): string | null => {
  const match = AUTONOMOUS.exec(name);
  return match?.[1] && match[2] ? match[1].replace(/(?<=..)族$/, '') + match[2] : null;
};

/** 周口市 → 周口, 内蒙古自治区 → 内蒙古; null where less than two characters would be left. */
const stemOf = (region: KnownRegion): string | null => {
  const stem =
    region.level === 'PROVINCE'
      ? region.name.replace(PROVINCE_TAIL, '')
      : (shortFormOf(region.name) ?? region.name).replace(/(?:地区|[市县区旗州盟])$/, '');
  return stem.length >= 2 ? stem : null;
};

type Names = Map<string, KnownRegion[]>;

const add = (names: Names, name: string | null, region: KnownRegion): void => {
  if (name === null) return;
  const known = names.get(name);
  if (known) known.push(region);
  else names.set(name, [region]);
};

export class PlaceNames {
  readonly tree: RegionTree;
  readonly #names: Names = new Map();
  readonly #stems: Names = new Map();
  #longest = 0;

  constructor(tree: RegionTree) {
    this.tree = tree;
    for (const region of tree.regions) {
      if (region.level === 'COUNTRY' || region.level === 'TOWNSHIP') continue;
      add(this.#names, region.name, region);
      add(this.#names, shortFormOf(region.name), region);
      for (const name of region.formerNames) add(this.#names, name, region);
      add(this.#stems, stemOf(region), region);
      this.#longest = Math.max(this.#longest, region.name.length);
    }
  }

  /** Regions whose name the text begins with, whatever their number, each with the length of that name. */
  namedAt(text: string): { region: KnownRegion; length: number }[] {
    return this.#at(this.#names, text);
  }

  /** The same for names without their last word: 长春 of 长春市. */
  stemsAt(text: string): { region: KnownRegion; length: number }[] {
    return this.#at(this.#stems, text);
  }

  #at(names: Names, text: string): { region: KnownRegion; length: number }[] {
    const found: { region: KnownRegion; length: number }[] = [];
    for (let length = Math.min(this.#longest, text.length); length > 0; length--) {
      for (const region of names.get(text.slice(0, length)) ?? []) found.push({ region, length });
    }
    return found;
  }
}
