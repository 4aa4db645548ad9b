import type { Edition } from '../format/form.js';
import type { ReportScope } from '../format/report.js';
import { COUNTRY, regionColumn, type RegionColumn } from './region-condition.js';
import type { Dimension, ReportFilterInput, RegionLevel } from './shapes.js';
import type { TotalNeeds } from './total-needs.js';

export type KeptDimension = 'ALL' | 'SECTOR' | 'LEVEL' | 'KIND';
export type RegionDimension = 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'CHILD_REGION';

/** How a total is answered from the kept totals. */
export interface KeptPlan {
  groupBy: readonly Dimension[];
  /** Regions of one level, which do not overlap. */
  roots: readonly string[];
  level: RegionLevel;
  /** Regions beneath the roots that are groups of their own; null where each report counts by its root. */
  beneath: RegionDimension | null;
  scopes: readonly ReportScope[];
  years: readonly number[] | null;
  editions: readonly Edition[] | null;
  dimension: KeptDimension;
  /** Values of the dimension that are asked for. */
  values: readonly string[] | null;
  /** True where every group is of one year: an agency then has one report in it. */
  ofOneYear: boolean;
}

const levels: Readonly<Record<RegionColumn, RegionLevel>> = {
  province_code: 'PROVINCE',
  prefecture_code: 'PREFECTURE',
  county_code: 'COUNTY',
  region_code: 'TOWNSHIP',
};
const order: readonly RegionLevel[] = ['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'];
const regionDimensions: readonly Dimension[] = ['PROVINCE', 'PREFECTURE', 'COUNTY', 'CHILD_REGION'];

export const isRegionDimension = (dimension: Dimension): boolean =>
  regionDimensions.includes(dimension);

const levelOf = (code: string): RegionLevel =>
  code === COUNTRY ? 'COUNTRY' : levels[regionColumn(code)];

/** What the column of years can hold. */
const LAST_YEAR = 32_767;

/**
 * The plan for a total; null where it has to be counted from the printed rows: by agency, by two regions or two of
 * sector, level and kind, with other statuses or findings, in townships, for a year that no calendar has, and where agencies of several years cannot be
 * told apart by what is kept.
 */
export function keptPlan(
  filter: ReportFilterInput,
  groupBy: readonly Dimension[],
  needs: TotalNeeds,
): KeptPlan | null {
  const place = placeOf(filter, groupBy);
  const part = partOf(filter, groupBy);
  if (!place || !part || hasOther(filter, groupBy)) return null;
  const years = filter.years ? [...new Set(filter.years)] : null;
  if (years?.some((year) => year < 0 || year > LAST_YEAR)) return null;
  const plan: KeptPlan = {
    groupBy,
    ...place,
    ...part,
    scopes: [...new Set(filter.scopes ?? ['ORGAN' as const])],
    years,
    editions: filter.editions ? [...new Set(filter.editions)] : null,
    ofOneYear: groupBy.includes('YEAR') || years?.length === 1,
  };
  return needs.agencies && !tellsAgencies(plan) ? null : plan;
}

/** Filters that the kept totals know nothing of, and lists that match nothing. */
function hasOther(filter: ReportFilterInput, groupBy: readonly Dimension[]): boolean {
  const { statuses, agencies, withFindings, withoutFindings } = filter;
  const published =
    statuses == null || (statuses.length > 0 && statuses.every((status) => status === 'PUBLISHED'));
  const isEmpty = Object.values(filter).some(
    (list: readonly unknown[] | null) => list?.length === 0,
  );
  return (
    !published ||
    agencies != null ||
    withFindings != null ||
    withoutFindings != null ||
    isEmpty ||
    groupBy.includes('AGENCY')
  );
}

function placeOf(
  { regions }: ReportFilterInput,
  groupBy: readonly Dimension[],
): Pick<KeptPlan, 'roots' | 'level' | 'beneath'> | null {
  const roots = [...new Set(regions ?? [COUNTRY])];
  const [level, ...otherLevels] = new Set(roots.map(levelOf));
  const [dimension, ...more] = groupBy.filter(isRegionDimension);
  if (!level || otherLevels.length > 0 || level === 'TOWNSHIP' || more.length > 0) return null;
  if (dimension === undefined) return { roots, level, beneath: null };
  if (dimension === 'CHILD_REGION' && !hasKeptChildren(roots, level)) return null;
  const isBeneath =
    dimension === 'CHILD_REGION' || order.indexOf(dimension as RegionLevel) > order.indexOf(level);
  return { roots, level, beneath: isBeneath ? (dimension as RegionDimension) : null };
}

/** Of a prefecture the next region may be a township; of several regions none is the next. */
const hasKeptChildren = (roots: readonly string[], level: RegionLevel): boolean =>
  roots.length === 1 && (level === 'COUNTRY' || level === 'PROVINCE');

function partOf(
  { sectors, levels, kinds }: ReportFilterInput,
  groupBy: readonly Dimension[],
): Pick<KeptPlan, 'dimension' | 'values'> | null {
  const asked = [
    { dimension: 'SECTOR' as const, values: sectors },
    { dimension: 'LEVEL' as const, values: levels },
    { dimension: 'KIND' as const, values: kinds },
  ].filter(({ dimension, values }) => values != null || groupBy.includes(dimension));
  const [one, ...more] = asked;
  if (!one) return { dimension: 'ALL', values: null };
  const values = one.values ? [...new Set(one.values)] : null;
  // An agency of two sectors counts once in the total of both.
  const overlaps =
    one.dimension === 'SECTOR' && !groupBy.includes('SECTOR') && values?.length !== 1;
  return more.length > 0 || overlaps ? null : { dimension: one.dimension, values };
}

/**
 * Over several years what is kept tells the agencies of one region, of every edition. Those beneath none of the regions
 * that are groups have to be counted, which one grouped dimension allows.
 */
function tellsAgencies({ ofOneYear, roots, editions, beneath, groupBy }: KeptPlan): boolean {
  if (ofOneYear) return true;
  return roots.length === 1 && !editions && (beneath === null || groupBy.length === 1);
}
