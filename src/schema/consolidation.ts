import { Field, Int, ObjectType } from 'type-graphql';

import { cellLabel } from '../format/cell-label.js';
import type { Language, TableName } from '../format/form.js';
import type * as shapes from '../rollup/shapes.js';
import { Coverage } from './coverage.js';
import { LanguageArg } from './enums/language.js';
import { TableNameEnum } from './enums/report.js';
import { globalId } from './global-id.js';
import { Node } from './node.js';
import { ReportTables } from './report-tables.js';
import { Decimal } from './scalars/decimal.js';

@ObjectType({ description: 'A cell that the computed and the published report state differently.' })
export class CellDifference implements shapes.CellDifference {
  @Field(() => TableNameEnum, { simple: true, description: 'The table.' })
  table!: TableName;

  @Field(() => String, { simple: true, description: 'Machine name of the row, as in Cell.' })
  row!: string;

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Machine name of the column, as in Cell; null where the row has one cell.',
  })
  column!: string | null;

  @Field(() => Decimal, {
    simple: true,
    nullable: true,
    description: 'What the members’ reports add up to.',
  })
  computed!: string | null;

  @Field(() => Decimal, {
    simple: true,
    nullable: true,
    description: 'What the government published.',
  })
  published!: string | null;

  @Field(() => String, { description: 'Where a person finds the cell on the form.' })
  label(@LanguageArg() language: Language): string {
    return cellLabel(this, language);
  }
}

@ObjectType({
  implements: [Node, ReportTables],
  simpleResolvers: true,
  description:
    'A government’s consolidated report as computed from its members’ reports, beside the one it published. Each member ' +
    'counts once, with the scope that the roster names (ORGAN for a department, REGION_CONSOLIDATED for a county that ' +
    'hands in its own consolidated report); without a roster, the ORGAN reports of all that consolidate into the region ' +
    'or one beneath it. It can differ from totals(), which goes by location.',
})
export class Consolidation extends Node {
  @Field(() => Int, { description: 'The year reported on.' })
  year!: number;

  @Field(() => Coverage, { description: 'What the sums rest on.' })
  coverage!: Coverage;

  tables!: shapes.ThreeTables;
  result!: shapes.ConsolidationResult;

  static of(result: shapes.ConsolidationResult): Consolidation {
    const { regionCode, year, statuses, asOf, coverage, tables } = result;
    const asked = statuses ? `:${[...new Set(statuses)].sort().join(',')}` : '';
    const then = asOf ? `@${asOf}` : '';
    return Object.assign(new Consolidation(), {
      id: globalId('Consolidation', `${regionCode}:${year}${asked}${then}`),
      year,
      coverage,
      tables,
      result,
    });
  }
}
