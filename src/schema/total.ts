import { Field, Int, ObjectType } from 'type-graphql';

import type { ReportScope } from '../format/report.js';
import type {
  AgencyKind,
  ReportGroup,
  RegionLevel,
  ThreeTables,
  TotalGroup,
  TotalKey as Key,
} from '../rollup/shapes.js';
import { encodeGroup } from '../rollup/total-key.js';
import { connectionOf } from './connection.js';
import { Coverage } from './coverage.js';
import { AgencyKindEnum, RegionLevelEnum } from './enums/region.js';
import { ReportScopeEnum } from './enums/report.js';
import { globalId } from './global-id.js';
import { Node } from './node.js';
import { ReportTables } from './report-tables.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'The group: the fields of the asked dimensions are set, where the group has a value.',
})
export class TotalKey {
  @Field(() => Int, { nullable: true, description: 'Of the dimension YEAR.' })
  year!: number | null;

  @Field(() => ReportScopeEnum, { nullable: true, description: 'Of the dimension SCOPE.' })
  scope!: ReportScope | null;

  @Field(() => RegionLevelEnum, { nullable: true, description: 'Of the dimension LEVEL.' })
  level!: RegionLevel | null;

  @Field(() => AgencyKindEnum, { nullable: true, description: 'Of the dimension KIND.' })
  kind!: AgencyKind | null;

  /** Codes and database ids of the other dimensions. */
  values!: Key;

  static of(values: Key): TotalKey {
    const key = new TotalKey();
    key.year = values.year ?? null;
    key.scope = values.scope ?? null;
    key.level = values.level ?? null;
    key.kind = values.kind ?? null;
    key.values = values;
    return key;
  }
}

@ObjectType({
  implements: [Node, ReportTables],
  simpleResolvers: true,
  description:
    'The tables added up over a group of reports. Scopes are never mixed: with several, groupBy needs SCOPE. Totals of ' +
    'REGION_CONSOLIDATED or SYSTEM_CONSOLIDATED need one level in the filter, or LEVEL or AGENCY in groupBy. Anything ' +
    'else is refused.',
})
export class Total extends Node {
  @Field(() => TotalKey, { description: 'What the reports of the group have in common.' })
  key!: TotalKey;

  @Field(() => Coverage, { description: 'What the sums rest on.' })
  coverage!: Coverage;

  tables!: ThreeTables;
  group!: ReportGroup;

  static of(group: ReportGroup, { coverage, tables }: TotalGroup): Total {
    const total = new Total();
    total.key = TotalKey.of(group.key);
    total.coverage = coverage;
    total.tables = tables;
    total.group = group;
    return total;
  }
}

/** Long, and seldom asked for: made when somebody does. */
Object.defineProperty(Total.prototype, 'id', {
  get(this: Total) {
    return globalId('Total', encodeGroup(this.group));
  },
});

export const TotalConnection = connectionOf('Total', () => Total, 'totals');
