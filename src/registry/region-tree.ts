import type { RegionLevel } from '../entities/vocabulary.js';

/** A region as the data files and the table `region` know it. */
export interface KnownRegion {
  code: string;
  /** 周口市 */
  name: string;
  level: RegionLevel;
  parentCode: string | null;
  /** ISO date; null while it exists. */
  validUntil: string | null;
  /** Codes of what it became. */
  successors: readonly string[];
  fictional: boolean;
  /** Names that it had under the same code. */
  formerNames: readonly string[];
}

/** The region itself or its ancestor of each level; null where the level is skipped. */
export interface RegionPlaces {
  provinceCode: string | null;
  prefectureCode: string | null;
  countyCode: string | null;
}

const CODE = /^(?:\d{2}|\d{4}|\d{6}|\d{9})$/;

/** Regions by code, with their tree. Townships are looked up in `townshipsOf`, which may load them late. */
export class RegionTree {
  readonly #byCode = new Map<string, KnownRegion>();
  readonly #children = new Map<string, KnownRegion[]>();
  readonly #townshipsOf: (parentCode: string) => readonly KnownRegion[];

  constructor(
    regions: Iterable<KnownRegion>,
    townshipsOf: (parentCode: string) => readonly KnownRegion[] = () => [],
  ) {
    this.#townshipsOf = townshipsOf;
    for (const region of regions) {
      this.#byCode.set(region.code, region);
      if (region.parentCode === null) continue;
      const siblings = this.#children.get(region.parentCode);
      if (siblings) siblings.push(region);
      else this.#children.set(region.parentCode, [region]);
    }
  }

  get regions(): IterableIterator<KnownRegion> {
    return this.#byCode.values();
  }

  /** By code of 6 or 9 digits or its prefix of 2 or 4: `41` is 河南省. Null where there is none. */
  find(code: string): KnownRegion | null {
    if (!CODE.test(code)) return null;
    const full = code.length < 6 ? code.padEnd(6, '0') : code;
    return this.#byCode.get(full) ?? (full.length === 9 ? this.#township(full) : null);
  }

  /** From the country down to the parent. */
  ancestors(region: KnownRegion): KnownRegion[] {
    const parent = region.parentCode === null ? null : this.find(region.parentCode);
    return parent ? [...this.ancestors(parent), parent] : [];
  }

  /** Regions one step beneath, without townships that are not loaded. */
  children(region: KnownRegion): readonly KnownRegion[] {
    return this.#children.get(region.code) ?? [];
  }

  /** Towns and streets that hang under a county (or a city without counties). */
  townships(region: KnownRegion): readonly KnownRegion[] {
    const own = this.children(region).filter((r) => r.level === 'TOWNSHIP');
    return own.length > 0 ? own : this.#townshipsOf(region.code);
  }

  /** True where `inner` is `outer` or lies beneath it. */
  contains(outer: KnownRegion, inner: KnownRegion): boolean {
    return outer.code === inner.code || this.ancestors(inner).some((r) => r.code === outer.code);
  }

  places(region: KnownRegion): RegionPlaces {
    const line = [...this.ancestors(region), region];
    const at = (level: RegionLevel): string | null =>
      line.find((r) => r.level === level)?.code ?? null;
    return {
      provinceCode: at('PROVINCE'),
      prefectureCode: at('PREFECTURE'),
      countyCode: at('COUNTY'),
    };
  }

  /** 河南省周口市川汇区; the country's own name is left out but for itself. */
  fullName(region: KnownRegion): string {
    const above = this.ancestors(region).filter((r) => r.level !== 'COUNTRY');
    return [...above, region].map((r) => r.name).join('');
  }

  #township(code: string): KnownRegion | null {
    const parents = [code.slice(0, 6), `${code.slice(0, 4)}00`];
    for (const parent of parents) {
      const found = this.#townshipsOf(parent).find((r) => r.code === code);
      if (found) return found;
    }
    return null;
  }
}
