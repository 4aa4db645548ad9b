import type { AgencyKind, RegionLevel, ReportFilter, ReportScope } from '../gql';
import type { View } from './view';

export const COUNTRY = '000000';
/** The synthetic province of the sample data. */
export const EXAMPLE = '990000';

export const levels: readonly RegionLevel[] = ['PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'];

export const kinds: readonly AgencyKind[] = [
  'GOVERNMENT',
  'DEPARTMENT',
  'DISPATCHED_ORGAN',
  'DISPATCHED_BODY',
  'AUTHORIZED_ORGANIZATION',
  'ZONE_COMMITTEE',
  'OTHER_ORGAN',
];

export const regionOf = ({ text }: View): string => text('region') ?? COUNTRY;

/** Ratios of a smaller denominator are not shown. */
export const leastOf = ({ text }: View): number => Math.max(0, Number(text('min') ?? 0) || 0);

/** The filter that the address states, without years. */
export function filterOf(view: View): ReportFilter {
  const sectors = view.list('sectors');
  const levelList = view.list('levels') as RegionLevel[];
  const kindList = view.list('kinds') as AgencyKind[];
  const scope = view.text('scope') as ReportScope | null;
  return {
    regions: [regionOf(view)],
    ...(sectors.length > 0 ? { sectors } : {}),
    ...(levelList.length > 0 ? { levels: levelList } : {}),
    ...(kindList.length > 0 ? { kinds: kindList } : {}),
    ...(scope === null ? {} : { scopes: [scope] }),
    ...(view.text('sound') === '1' ? { withoutFindings: ['ERROR'] } : {}),
  };
}
