import { IsBoolean, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';

import { cellName } from '../filing/cell-name.js';
import { asLifeRefusal, lifeRefusal } from '../filing/life/refusal.js';
import type { Submitted } from '../filing/submission/submit.js';
import { submitFigures } from '../filing/submission/submit-figures.js';
import type { Finding, ReportScope } from '../format/report.js';
import { findOrCreateAgency } from '../registry/find-or-create-agency.js';
import type { ApiContext } from '../schema/context.js';
import { ReportScopeEnum } from '../schema/enums/report.js';
import { ReportTablesInput } from '../schema/inputs/report-tables.js';
import { ReportRefusal } from '../schema/life.js';
import { Report } from '../schema/report.js';
import { SubmissionAnswer, SubmissionFinding, SubmissionResult } from '../schema/submission.js';
import { checkOf } from './check-lookup.js';
import { filledIn } from './filled-in.js';
import { authoriseForAgency } from './life-authority.js';

@ArgsType()
class SaveReportArgs {
  @Field(() => ID, { description: 'The agency whose report it is.' })
  @IsString()
  agency!: string;

  @Field(() => Int, { description: 'The year reported on.' })
  @IsInt()
  year!: number;

  @Field(() => ReportScopeEnum, { defaultValue: 'ORGAN', description: 'Whom it is about.' })
  scope!: ReportScope;

  @Field(() => ReportTablesInput, { description: 'The three tables.' })
  @ValidateNested()
  tables!: ReportTablesInput;

  @Field(() => String, {
    nullable: true,
    description:
      'The leader in charge (分管领导). Given, the report is handed in; else it is a draft.',
  })
  @IsOptional()
  @MaxLength(4000)
  responsibleLeader?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: answers with the findings and saves nothing.',
  })
  @IsBoolean()
  dryRun!: boolean;
}

@Resolver()
export class SubmissionResolver {
  @Mutation(() => SubmissionResult, {
    description:
      'Saves the figures of a report that has no document, as a draft or handed in. Documents go to POST /reports.',
  })
  async saveReport(
    @Args(() => SaveReportArgs) args: SaveReportArgs,
    @Ctx() context: ApiContext,
  ): Promise<SubmissionAnswer | ReportRefusal> {
    const { year, scope, tables, responsibleLeader = null, dryRun } = args;
    const { viewer, agencyId, agency } = await authoriseForAgency(context, 'SUBMIT', args.agency);
    const cells = filledIn(tables);
    if (!agency) return refusal(lifeRefusal('AGENCY_UNKNOWN', 'There is no such agency.'));
    if (!cells) return refusal(lifeRefusal('NO_SUCH_CELL', 'An outcome is given twice.'));
    const outcome = await submitFigures(
      context.database,
      { findOrCreateAgency },
      { agency, year, scope, cells },
      {
        ...{ agencyId, responsibleLeader, dryRun, actor: context.actor },
        by: viewer.displayName,
        mayFileFor: (_, id) => Promise.resolve(id === agencyId),
      },
    );
    if (outcome.kind === 'REFUSED') return refusal(asLifeRefusal(outcome));
    return answer(outcome, context);
  }
}

const refusal = ({ code, message }: ReturnType<typeof lifeRefusal>): ReportRefusal =>
  Object.assign(new ReportRefusal(), { code, message });

async function answer(
  { kind, reportId, findings }: Submitted,
  { loaders }: ApiContext,
): Promise<SubmissionAnswer> {
  const record = reportId === null ? null : await loaders.report.load(reportId);
  return Object.assign(new SubmissionAnswer(), {
    outcome: kind,
    report: record && Report.of(record),
    findings: findings.map(shown),
  });
}

const shown = ({ check, severity, message, left, right, cells }: Finding): SubmissionFinding =>
  Object.assign(new SubmissionFinding(), {
    ...{ severity, left, right, texts: message },
    check: checkOf(check, severity),
    cells: cells.map(cellName),
  });
