import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { TableName } from '../format/form.js';
import type { Severity } from '../format/report.js';
import type { Disclosure2019Record } from '../rollup/records.js';
import { reportList } from '../rollup/report-list.js';
import { ActiveDisclosure2019Table } from '../schema/active-disclosure-2019.js';
import { Agency } from '../schema/agency.js';
import { Cell } from '../schema/cell.js';
import { CheckResult } from '../schema/check.js';
import type { Connection } from '../schema/connection.js';
import type { ApiContext } from '../schema/context.js';
import { SeverityEnum } from '../schema/enums/check.js';
import { TableNameEnum } from '../schema/enums/report.js';
import { Finding } from '../schema/finding.js';
import { Region } from '../schema/region.js';
import {
  Report,
  ReportConnection,
  ReportSection,
  SourceDocument,
  Statement,
} from '../schema/report.js';
import { findAgency } from './agency-lookup.js';
import { cellsOf } from './cells.js';
import { checkOf } from './check-lookup.js';
import { agencyKey, reportFilter } from './filters.js';
import { connection, pageRequest } from './paging.js';
import { findRegion } from './region-lookup.js';
import { ReportArgs, ReportsArgs } from './report-args.js';

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => Report, { nullable: true, description: 'The newest PUBLISHED revision.' })
  async report(
    @Args(() => ReportArgs) { agency, year, scope }: ReportArgs,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Report | null> {
    const agencyId = agencyKey(agency);
    if (agencyId === null) return null;
    const record = await loaders.currentReport.load({ agencyId, year, scope });
    return record ? Report.of(record) : null;
  }

  @Query(() => ReportConnection, {
    description: 'Newest year first, then by region code and agency name.',
  })
  async reports(
    @Args(() => ReportsArgs) args: ReportsArgs,
    @Ctx() context: ApiContext,
  ): Promise<Connection<Report>> {
    const filter = await reportFilter(args.filter, context);
    const found = await context.loaders.page(reportList(filter), pageRequest(args));
    return connection(found, args, (record) => Report.of(record));
  }

  @FieldResolver(() => Agency, { description: 'Whose report it is.' })
  agency(@Root() { record }: Report, @Ctx() { loaders }: ApiContext): Promise<Agency | null> {
    return findAgency(loaders, record.agencyId);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description:
      'The agency’s region in the report’s year. Filters and groups go by it; kind, level and sectors are today’s.',
  })
  region(@Root() { record }: Report, @Ctx() { loaders }: ApiContext): Promise<Region | null> {
    return findRegion(loaders, record.regionCode);
  }

  @FieldResolver(() => ActiveDisclosure2019Table, {
    nullable: true,
    description: 'Where a block of table two is of the 2019 edition.',
  })
  activeDisclosure2019(
    @Root() { record }: Report,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Disclosure2019Record | null> {
    return loaders.disclosure2019.load(record.id);
  }

  @FieldResolver(() => [ReportSection], {
    description: 'The six sections in order, with their text.',
  })
  sections(
    @Root() { record }: Report,
    @Ctx() { loaders }: ApiContext,
  ): Promise<readonly ReportSection[]> {
    return loaders.sections.load(record.id);
  }

  @FieldResolver(() => [Statement], {
    description: 'Numbers that the text of the report states, each with its sentence.',
  })
  async statements(
    @Root() { record }: Report,
    @Ctx() { loaders }: ApiContext,
  ): Promise<readonly Statement[]> {
    return (await loaders.evidence.load(record.id))?.statements ?? [];
  }

  @FieldResolver(() => [Finding], { description: 'What the checks found, worst first.' })
  async findings(
    @Root() { record }: Report,
    @Arg('severities', () => [SeverityEnum], {
      nullable: true,
      description: 'Findings of these severities alone.',
    })
    severities: Severity[] | null,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Finding[]> {
    const found = await loaders.findings.load(record.id);
    return found
      .filter(({ severity }) => !severities || severities.includes(severity))
      .map((finding) => Finding.of(finding));
  }

  @FieldResolver(() => [CheckResult], {
    description: 'Every check of the catalogue that applies, with its result.',
  })
  async checkResults(
    @Root() { record }: Report,
    @Ctx() { loaders }: ApiContext,
  ): Promise<CheckResult[]> {
    const results = (await loaders.evidence.load(record.id))?.checkResults ?? [];
    return results.map(({ check, status, reason }) =>
      Object.assign(new CheckResult(), { check: checkOf(check), status, reasons: reason }),
    );
  }

  @FieldResolver(() => [Cell], {
    description:
      'Cells with their raw text and the place in the source document they were read from.',
  })
  async cells(
    @Root() { record }: Report,
    @Arg('table', () => TableNameEnum, {
      nullable: true,
      description: 'Cells of this table alone.',
    })
    table: TableName | null,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Cell[]> {
    const cells = cellsOf(await loaders.evidence.load(record.id));
    return table ? cells.filter((cell) => cell.table === table) : cells;
  }

  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The document it was read from.',
  })
  async source(
    @Root() { id, record }: Report,
    @Ctx() { loaders }: ApiContext,
  ): Promise<SourceDocument | null> {
    if (record.sourceDocumentId === null) return null;
    const found = await loaders.sourceDocument.load(record.sourceDocumentId);
    return found && { ...found, downloadUrl: `/reports/${id}/source` };
  }
}
