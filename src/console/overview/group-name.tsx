import type { BreakdownQuery, Dimension } from '../gql';
import { PlaceLink } from '../parts/place-link';
import { useView, type Changes } from '../state/view';
import type { Words } from '../words/zh';

export type Group = BreakdownQuery['totals']['nodes'][number];

/** Dimensions that a total can be broken into, in the order in which they are offered. */
export const dimensions = ['CHILD_REGION', 'SECTOR', 'LEVEL', 'KIND', 'AGENCY'] as const;

export type Broken = (typeof dimensions)[number] & Dimension;

export const dimensionName = (by: Broken, words: Words): string =>
  ({
    CHILD_REGION: words.byRegion,
    SECTOR: words.bySector,
    LEVEL: words.byLevel,
    KIND: words.byKind,
    AGENCY: words.byAgency,
  })[by];

/** The name of a group; of reports without a value of the dimension, that there is none. */
export function groupName({ key }: Group, by: Broken, words: Words): string {
  const { childRegion, sector, level, kind, agency } = key;
  const names: Record<Broken, string | undefined> = {
    CHILD_REGION: childRegion?.name ?? words.ownAgencies,
    SECTOR: words.language === 'ZH' ? sector?.zh : sector?.en,
    LEVEL: level ? words.levels[level] : undefined,
    KIND: kind ? words.kinds[kind] : undefined,
    AGENCY: agency?.name,
  };
  return names[by] ?? words.noValue;
}

/** What the address of a group's own view has otherwise; null where it has none. */
export function narrowerTo({ key }: Group, by: Broken): Changes | null {
  const { childRegion, sector, level, kind } = key;
  return {
    CHILD_REGION: childRegion && { region: childRegion.code },
    SECTOR: sector && { sectors: sector.code, by: null },
    LEVEL: level && { levels: level, by: null },
    KIND: kind && { kinds: kind, by: null },
    AGENCY: null,
  }[by];
}

/** The name of a group, leading to what lies beneath it. */
export function GroupLink({ group, by }: { readonly group: Group; readonly by: Broken }) {
  const { words } = useView();
  const name = groupName(group, by, words);
  const { agency } = group.key;
  if (by === 'AGENCY' && agency) return <PlaceLink to={`/agency/${agency.id}`}>{name}</PlaceLink>;
  const narrower = narrowerTo(group, by);
  if (!narrower) return <span>{name}</span>;
  return (
    <PlaceLink to="/" keep with={{ ...narrower, after: null, sum: null }}>
      {name}
    </PlaceLink>
  );
}
