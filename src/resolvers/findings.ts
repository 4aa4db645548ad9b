import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { Severity } from '../format/report.js';
import { findingList } from '../rollup/finding-list.js';
import { Cell } from '../schema/cell.js';
import { Check } from '../schema/check.js';
import type { Connection } from '../schema/connection.js';
import type { ApiContext } from '../schema/context.js';
import { SeverityEnum } from '../schema/enums/check.js';
import { badInput, quoted } from '../schema/errors.js';
import { Finding, FindingConnection, Repair } from '../schema/finding.js';
import { FilterList } from '../schema/inputs/filter-list.js';
import { IsPlainText } from '../schema/inputs/plain-text.js';
import { Report } from '../schema/report.js';
import { cellAt } from './cells.js';
import { checkOf, isCheck } from './check-lookup.js';
import { reportFilter } from './filters.js';
import { connection, pageRequest } from './paging.js';
import { ReportsArgs } from './report-args.js';

@ArgsType()
class FindingsArgs extends ReportsArgs {
  @Field(() => [SeverityEnum], {
    nullable: true,
    description: 'Findings of these severities alone.',
  })
  @FilterList()
  severities?: Severity[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Findings of the checks of these codes alone.',
  })
  @FilterList()
  @IsPlainText()
  checks?: string[] | null;
}

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => FindingConnection, {
    description: 'Worst first, then as reports. `checks` are codes.',
  })
  async findings(
    @Args(() => FindingsArgs) args: FindingsArgs,
    @Ctx() context: ApiContext,
  ): Promise<Connection<Finding>> {
    const unknown = args.checks?.find((code) => !isCheck(code));
    if (unknown !== undefined) throw badInput(`There is no check ${quoted(unknown)}.`);
    const filter = await reportFilter(args.filter, context);
    const { severities = null, checks = null } = args;
    const found = await context.loaders.page(
      findingList({ filter, severities, checks }),
      pageRequest(args),
    );
    return connection(found, args, (record) => Finding.of(record));
  }

  @FieldResolver(() => Check, { description: 'The check that found it.' })
  check(@Root() { record }: Finding): Check {
    return checkOf(record.checkCode, record.severity);
  }

  @FieldResolver(() => [Cell], { description: 'The cells that it is about.' })
  async cells(@Root() { record }: Finding, @Ctx() { loaders }: ApiContext): Promise<Cell[]> {
    if (record.cells.length === 0) return [];
    const evidence = await loaders.evidence.load(record.report.id);
    return record.cells.map((address) => cellAt(address, evidence));
  }

  @FieldResolver(() => [Repair], {
    description:
      'The smallest change that would make every broken relation of the table hold, where it is unique; else empty.',
  })
  async repair(@Root() { record }: Finding, @Ctx() { loaders }: ApiContext): Promise<Repair[]> {
    if (record.repair.length === 0) return [];
    const evidence = await loaders.evidence.load(record.report.id);
    return record.repair.map(({ to, ...address }) => ({ cell: cellAt(address, evidence), to }));
  }

  @FieldResolver(() => Report, { description: 'The report it is about.' })
  report(@Root() { record }: Finding): Report {
    return Report.of(record.report);
  }
}
