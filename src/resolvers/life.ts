import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';

import type { Act } from '../accounts/policy.js';
import { cellNamed } from '../filing/cell-name.js';
import { correctCell } from '../filing/correct-cell.js';
import { correctIdentity } from '../filing/correct-identity.js';
import { explainFinding } from '../filing/explain-finding.js';
import { asLifeRefusal, lifeRefusal } from '../filing/life/refusal.js';
import type { ChangedMeanwhile, LifeRefusal } from '../filing/life/refusal.js';
import { reviseReport } from '../filing/life/revise-report.js';
import { takeStep, type StepRequest } from '../filing/life/take-step.js';
import type { StepName } from '../filing/life/steps.js';
import { waiveFinding } from '../filing/life/waive-finding.js';
import type { Refused } from '../filing/report-input.js';
import { findOrCreateAgency } from '../registry/find-or-create-agency.js';
import type { ApiContext } from '../schema/context.js';
import { BatchOutcome, ReportStepResult } from '../schema/life.js';
import { authoriseSomewhere } from './authorise.js';
import {
  CorrectCellArgs,
  CorrectIdentityArgs,
  ExplainArgs,
  FindingArgs,
  ReasonedArgs,
  SeenArgs,
  SeenReport,
  SubmitArgs,
} from './life-args.js';
import {
  authoriseForAgency,
  authoriseForFinding,
  authoriseForReport,
  reachOfReport,
} from './life-authority.js';
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
    const { value, version, reason: why } = args;
    const author = { by: viewer.displayName, why, actor: context.actor };
    const request = { reportId, version, cell, value, ...author };
    return show(corrected(await correctCell(context.database, request), reportId), context);
  }

  @Mutation(() => ReportStepResult, {
    description:
      'Files a report under another agency, year or scope, as if it had been handed in so; for who may correct at both.',
  })
  async correctIdentity(
    @Args(() => CorrectIdentityArgs) args: CorrectIdentityArgs,
    @Ctx() context: ApiContext,
  ): Promise<StepResult> {
    const { viewer, reportId } = await authoriseForReport(context, 'CORRECT', args.report);
    const { version, agency = null, year, scope, reason: why } = args;
    const to = agency === null ? null : await authoriseForAgency(context, 'CORRECT', agency);
    if (to && to.agency === null) {
      return show(lifeRefusal('AGENCY_UNKNOWN', 'There is no such agency.'), context);
    }
    const outcome = await correctIdentity(
      context.database,
      { findOrCreateAgency },
      {
        ...{ reportId, version, by: viewer.displayName, why, actor: context.actor },
        ...(to ? { agencyId: to.agencyId } : {}),
        ...(year == null ? {} : { year }),
        ...(scope == null ? {} : { scope }),
      },
    );
    return show(corrected(outcome, reportId), context);
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

/** What correcting answers, as steps do. */
const corrected = <T extends { kind: string; reportId: string }>(
  outcome: T | Refused,
  reportId: string,
): T | ChangedMeanwhile | LifeRefusal => {
  if (!('code' in outcome)) return outcome;
  if (outcome.code === 'CHANGED_MEANWHILE') return { kind: 'CHANGED_MEANWHILE', reportId };
  return asLifeRefusal(outcome);
};

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
