import { agencyKinds, regionLevels } from '../../src/entities/vocabulary.js';
import type { Dimension, Indicator, TotalGroup, TotalKey } from '../../src/rollup/shapes.js';
import type { World } from './world.js';

/** The orders of totals, compared pair by pair from the words of the contract. */

type Compare = (a: TotalGroup, b: TotalGroup) => number;

const scopes = ['ORGAN', 'GOVERNMENT_LEVEL', 'REGION_CONSOLIDATED', 'SYSTEM_CONSOLIDATED'];
const fields: Record<Dimension, keyof TotalKey> = {
  YEAR: 'year',
  PROVINCE: 'province',
  PREFECTURE: 'prefecture',
  COUNTY: 'county',
  CHILD_REGION: 'childRegion',
  LEVEL: 'level',
  KIND: 'kind',
  SECTOR: 'sector',
  AGENCY: 'agency',
  SCOPE: 'scope',
};

const byValue = (a: string | number | null, b: string | number | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
};

/** Dimension by dimension, codes ascending, enums as listed, agencies by region code and name, nulls last. */
export function byKey(groupBy: readonly Dimension[], world: World): Compare {
  const place = (dimension: Dimension, key: TotalKey): (string | number | null)[] => {
    const value = key[fields[dimension]] ?? null;
    if (value === null) return [null];
    if (dimension === 'LEVEL') return [regionLevels.indexOf(key.level!)];
    if (dimension === 'KIND') return [agencyKinds.indexOf(key.kind!)];
    if (dimension === 'SCOPE') return [scopes.indexOf(key.scope!)];
    if (dimension !== 'AGENCY') return [value];
    const agency = world.agencies.find(({ id }) => id === Number(value))!;
    return [agency.region, agency.name, agency.id];
  };
  return (a, b) => {
    for (const dimension of groupBy) {
      const [left, right] = [place(dimension, a.key), place(dimension, b.key)];
      for (let i = 0; i < left.length; i += 1) {
        const order = byValue(left[i] ?? null, right[i] ?? null);
        if (order !== 0) return order;
      }
    }
    return 0;
  };
}

const hasNull = ({ key }: TotalGroup): number => Number(Object.values(key).includes(null));

/**
 * By indicator, equal ones by `ties`, those without a value last, and behind all others those whose key has a null.
 * Ratios are compared exactly.
 */
export function byIndicator(
  indicator: (group: TotalGroup) => Indicator,
  descending: boolean,
  ties: Compare,
): Compare {
  return (a, b) => {
    if (hasNull(a) !== hasNull(b)) return hasNull(a) - hasNull(b);
    const keyless = Number(hasNullKey(a)) - Number(hasNullKey(b));
    if (keyless !== 0) return keyless;
    const [left, right] = [indicator(a), indicator(b)];
    if (left.value === null || right.value === null) {
      return Number(left.value === null) - Number(right.value === null) || ties(a, b);
    }
    const cross =
      product(left.numerator, right.denominator) - product(right.numerator, left.denominator);
    const order = cross < 0n ? -1 : cross > 0n ? 1 : 0;
    return (descending ? -order : order) || ties(a, b);
  };
}

const hasNullKey = ({ key }: TotalGroup): boolean => Object.values(key).includes(null);

const product = (a: string | null, b: string | null): bigint => millionths(a) * millionths(b);

/** 1 where there is no divisor. */
function millionths(decimal: string | null): bigint {
  const [whole = '1', fraction = ''] = (decimal ?? '1').split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}
