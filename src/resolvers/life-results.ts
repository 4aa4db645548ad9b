import type { Blocked, ChangedMeanwhile as Stale, LifeRefusal } from '../filing/life/refusal.js';
import type { ApiContext } from '../schema/context.js';
import { Finding } from '../schema/finding.js';
import {
  BlockedByFindings,
  ChangedMeanwhile,
  ReportChanged,
  ReportRefusal,
} from '../schema/life.js';
import { Report } from '../schema/report.js';

export type StepResult = ReportChanged | BlockedByFindings | ChangedMeanwhile | ReportRefusal;

type Outcome = { kind: string; reportId: string } | Blocked | Stale | LifeRefusal;

/** What filing answers, as the API shows it. */
export async function show(outcome: Outcome, context: ApiContext): Promise<StepResult> {
  if ('code' in outcome) {
    const { code, message } = outcome;
    return Object.assign(new ReportRefusal(), { code, message });
  }
  if ('findingIds' in outcome) {
    const { loaders } = context;
    const found = await loaders.finding.loadMany(outcome.findingIds);
    const findings = found.flatMap((record) =>
      record && !(record instanceof Error) ? [Finding.of(record)] : [],
    );
    return Object.assign(new BlockedByFindings(), { findings });
  }
  const report = await reportNow(outcome.reportId, context);
  if (outcome.kind === 'CHANGED_MEANWHILE') {
    return Object.assign(new ChangedMeanwhile(), { now: report });
  }
  return Object.assign(new ReportChanged(), { report });
}

/** As it is after the change, whatever was loaded before. */
async function reportNow(id: string, { loaders }: ApiContext): Promise<Report | null> {
  loaders.report.clear(id);
  loaders.life.clear(id);
  loaders.findings.clear(id);
  const record = await loaders.report.load(id);
  return record && Report.of(record);
}
