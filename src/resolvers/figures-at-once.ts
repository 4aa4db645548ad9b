import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

import type { OutcomeCategory } from '../format/form.js';
import { indicatorOf } from '../rollup/indicator.js';
import type * as shapes from '../rollup/shapes.js';
import type { Connection } from '../schema/connection.js';
import type { ApiContext } from '../schema/context.js';
import { Region } from '../schema/region.js';
import type { Report } from '../schema/report.js';
import type { TotalKey } from '../schema/total.js';
import { findAgency } from './agency-lookup.js';
import { findRegion } from './region-lookup.js';
import { tablesOf, type WithTables } from './report-tables.js';
import { categoriesOfTable, outcomesOf } from './requests.js';
import { findSector } from './total-key.js';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- GraphQL hands on what the parent's resolver answered */
type Resolve = GraphQLFieldResolver<any, ApiContext>;

/** A field of the three tables: at once where they are there already, as those of a total are. */
const ofTables =
  (read: (tables: shapes.ThreeTables, args: IndicatorArgs) => unknown): Resolve =>
  (root: WithTables, args: IndicatorArgs, context) => {
    const tables = tablesOf(root, context);
    return tables instanceof Promise ? tables.then((all) => read(all, args)) : read(tables, args);
  };

interface IndicatorArgs {
  metric: string;
  per?: string | null;
}

const tables: Readonly<Record<string, Resolve>> = {
  activeDisclosure: ofTables(({ activeDisclosure }) => activeDisclosure),
  requests: ofTables(({ requests }) => requests),
  appeals: ofTables(({ appeals }) => appeals),
  indicator: ofTables((all, { metric, per }) => indicatorOf(all, metric, per ?? null)),
};

const place =
  (dimension: keyof shapes.TotalKey): Resolve =>
  ({ values }: TotalKey, _, { loaders }) => {
    const code = values[dimension];
    if (code == null) return null;
    const record = loaders.seen.regions.get(String(code));
    return record ? Region.of(record) : findRegion(loaders, String(code));
  };

const fields: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  Total: tables,
  Consolidation: tables,
  Report: {
    ...tables,
    agency: ({ record }: Report, _, { loaders }) => findAgency(loaders, record.agencyId),
    region: ({ record }: Report, _, { loaders }) => findRegion(loaders, record.regionCode),
  },
  RequestTable: {
    outcomes: (table: shapes.RequestTable, args: { categories: OutcomeCategory[] | null }) =>
      outcomesOf(table, args.categories),
    outcomesByCategory: (table: shapes.RequestTable) => categoriesOfTable(table),
  },
  TotalKey: {
    province: place('province'),
    prefecture: place('prefecture'),
    county: place('county'),
    childRegion: place('childRegion'),
    sector: ({ values }: TotalKey, _, { loaders }) => findSector(loaders, values.sector),
  },
};

/**
 * Lets the fields that a large answer has by the hundred answer by a plain call: type-graphql calls each through several
 * promises, in a total of 300 groups for longer than PostgreSQL takes to add it up. The length of a list is counted by a
 * resolver: a compiled question calls nothing else.
 */
export function figureAtOnce(schema: GraphQLSchema): void {
  for (const [name, resolvers] of Object.entries(fields)) {
    const type = schema.getType(name);
    for (const [field, resolve] of Object.entries(resolvers)) {
      const known = isObjectType(type) ? type.getFields()[field] : undefined;
      if (!known) throw new Error(`the schema has no field ${name}.${field}`);
      known.resolve = resolve;
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    const field = isObjectType(type) ? type.getFields()['totalCount'] : undefined;
    if (field)
      field.resolve = ({ totalCount }: Pick<Connection<never>, 'totalCount'>) => totalCount();
  }
}
