import type { PeersQueryVariables, ReportFilter } from '../gql';
import type { chosenMetric } from '../parts/metric-choice';
import type { Compared } from './items';

/** Agencies of the level, the first sector and the province of an agency. */
export interface PeerGroup {
  /** Null where its level, sector or region is undecided. */
  readonly variables: PeersQueryVariables | null;
  readonly sector: { readonly zh: string; readonly en: string } | null;
  readonly place: string;
  readonly year: number | null;
}

/** The peers of an agency in the newest year that it reported on. */
export function peersOf({ data }: Compared, chosen: ReturnType<typeof chosenMetric>): PeerGroup {
  const { agency } = data;
  const year = data.totals.nodes.at(-1)?.key.year ?? null;
  const [sector] = agency?.sectors ?? [];
  const region = agency?.region;
  const province = region?.ancestors.find(({ level }) => level === 'PROVINCE') ?? region;
  if (!agency?.level || !sector || !province || year === null) {
    return { variables: null, sector: sector ?? null, place: '', year };
  }
  const filter: ReportFilter = {
    years: [year],
    regions: [province.code],
    levels: [agency.level],
    sectors: [sector.code],
  };
  return { variables: { filter, ...chosen }, sector, place: province.name, year };
}
