import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';

import type { Act } from '../accounts/policy.js';
import { cellNamed } from '../filing/cell-name.js';
import { correctCell } from '../filing/correct-cell.js';
import { explainFinding } from '../filing/explain-finding.js';
import { asLifeRefusal, lifeRefusal } from '../filing/life/refusal.js';
import { reviseReport } from '../filing/life/revise-report.js';
import { takeStep, type StepRequest } from '../filing/life/take-step.js';
import type { StepName } from '../filing/life/steps.js';
import { waiveFinding } from '../filing/life/waive-finding.js';
import type { ApiContext } from '../schema/context.js';
import { BatchOutcome, ReportStepResult } from '../schema/life.js';
import { authoriseSomewhere } from './authorise.js';
import {
  CorrectCellArgs,
  ExplainArgs,
  FindingArgs,
  ReasonedArgs,
  SeenArgs,
  SeenReport,
  SubmitArgs,
} from './life-args.js';
import { authoriseForFinding, authoriseForReport, reachOfReport } from './life-authority.js';
import { show, type StepResult } from './life-results.js';

/** Reports of one batch at most. */
const LARGEST_BATCH = 500;

interface StepArgs extends SeenArgs {
  reason?: string;
  responsibleLeader?: string;
}

/** Asks for the authority, then takes the step as the viewer. */
async function step(
  name: StepName,
  act: Act,
  { report, version, reason, responsibleLeader }: StepArgs,
  context: ApiContext,
): Promise<StepResult> {
  const { viewer, ...subject } = await authoriseForReport(context, act, report);
  const request: StepRequest = {
    ...subject,
    ...{ version, by: viewer.displayName, actor: context.actor },
    ...{ why: reason ?? null, responsibleLeader: responsibleLeader ?? null },
  };
  return show(await takeStep(context.database, name, request), context);
}

@Resolver()
export class LifeResolver {
  @Mutation(() => ReportStepResult, {
    description: 'Hands a draft in, or again what was returned.',
  })
  submitReport(
    @Args(() => SubmitArgs) args: SubmitArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    return step('SUBMIT', 'SUBMIT', args, context);
  }

  @Mutation(() => ReportStepResult, { description: 'Gives a submission back, with the reason.' })
  returnReport(
    @Args(() => ReasonedArgs) args: ReasonedArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    return step('RETURN', 'REVIEW', args, context);
  }

  @Mutation(() => ReportStepResult, {
    description:
      'Accepts a submission. A1 to A5 and F1 to F3 block it unless waived, X1 unless explained.',
  })
  acceptReport(
    @Args(() => SeenArgs) args: SeenArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    return step('ACCEPT', 'REVIEW', args, context);
  }

  @Mutation(() => ReportStepResult, { description: 'Makes an accepted report public.' })
  publishReport(
    @Args(() => SeenArgs) args: SeenArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    return step('PUBLISH', 'PUBLISH', args, context);
  }

  @Mutation(() => ReportStepResult, {
    description: 'Withdraws a public report, with the reason; the revision before stands again.',
  })
  withdrawReport(
    @Args(() => ReasonedArgs) args: ReasonedArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    return step('WITHDRAW', 'WITHDRAW', args, context);
  }

  @Mutation(() => ReportStepResult, {
    description:
      'Opens a new revision as a draft with the figures of this one, which stays as it is.',
  })
  async reviseReport(
    @Args(() => ReasonedArgs) { report, version, reason }: ReasonedArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    const { viewer, ...subject } = await authoriseForReport(context, 'SUBMIT', report);
    const { actor, database } = context;
    const request = { ...subject, version, by: viewer.displayName, why: reason, actor };
    return show(await reviseReport(database, request), context);
  }

  @Mutation(() => ReportStepResult, {
    description: 'Lets a report be accepted although a finding stands that blocks acceptance.',
  })
  async waiveFinding(
    @Args(() => FindingArgs) { finding, reason }: FindingArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    const { viewer, ...subject } = await authoriseForFinding(context, 'WAIVE', finding);
    const { actor, database } = context;
    const request = { ...subject, by: viewer.displayName, why: reason, actor };
    return show(await waiveFinding(database, request), context);
  }

  @Mutation(() => ReportStepResult, {
    description: 'Says publicly why a finding stands, or that it is no fault of the report.',
  })
  async explainFinding(
    @Args(() => ExplainArgs) { finding, reason, dismiss }: ExplainArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    const act = dismiss ? 'WAIVE' : 'EXPLAIN';
    const { viewer, findingId } = await authoriseForFinding(context, act, finding);
    const { actor, database } = context;
    const request = { findingId, dismiss, by: viewer.displayName, why: reason, actor };
    const outcome = await explainFinding(database, request);
    return show(outcome.kind === 'REFUSED' ? asLifeRefusal(outcome) : outcome, context);
  }

  @Mutation(() => ReportStepResult, {
    description:
      'Sets right what a cell says; what is printed stays, and so does every correction.',
  })
  async correctCell(
    @Args(() => CorrectCellArgs) args: CorrectCellArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    const { viewer, reportId } = await authoriseForReport(context, 'CORRECT', args.report);
    const cell = cellNamed(args.cell);
    if (!cell) return show(lifeRefusal('NO_SUCH_CELL', 'The form has no such cell.'), context);
    const { value, reason: why } = args;
    const request = { reportId, cell, value, by: viewer.displayName, why, actor: context.actor };
    const outcome = await correctCell(context.database, request);
    return show(outcome.kind === 'REFUSED' ? asLifeRefusal(outcome) : outcome, context);
  }

  @Mutation(() => [BatchOutcome], {
    description: `Accepts up to ${LARGEST_BATCH} submissions, each for itself, with a result for each.`,
  })
  acceptReports(
    @Arg('reports', () => [SeenReport], { description: 'As they were looked at.' })
    reports: SeenReport[],
    @Ctx() context: ApiContext,
  ): Promise<BatchOutcome[]> {
    return batch('ACCEPT', 'REVIEW', reports, context);
  }

  @Mutation(() => [BatchOutcome], {
    description: `Publishes up to ${LARGEST_BATCH} accepted reports, each for itself, with a result for each.`,
  })
  publishReports(
    @Arg('reports', () => [SeenReport], { description: 'As they were looked at.' })
    reports: SeenReport[],
    @Ctx() context: ApiContext,
  ): Promise<BatchOutcome[]> {
    return batch('PUBLISH', 'PUBLISH', reports, context);
  }
}

async function batch(
  name: 'ACCEPT' | 'PUBLISH',
  act: Act,
  reports: readonly SeenReport[],
  context: ApiContext,
): Promise<BatchOutcome[]> {
  const viewer = await authoriseSomewhere(context, act);
  const outcomes: BatchOutcome[] = [];
  for (const { report, version = null } of reports.slice(0, LARGEST_BATCH)) {
    const subject = await reachOfReport(context, act, report);
    const request = { version, by: viewer.displayName, actor: context.actor, why: null };
    const outcome = subject
      ? await takeStep(context.database, name, { ...subject, ...request })
      : lifeRefusal('NOT_ALLOWED', 'Your role does not reach this report.');
    const result = await show(outcome, context);
    outcomes.push(Object.assign(new BatchOutcome(), { id: report, result }));
  }
  return outcomes;
}
