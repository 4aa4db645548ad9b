import { cellName } from '../../filing/cell-name.js';
import type { SubmissionOutcome, Submitted } from '../../filing/submission/submit.js';
import type { Finding } from '../../format/report.js';
import { globalId } from '../../schema/global-id.js';

/** What became of a document, as POST /reports answers it. */
export interface DocumentAnswer {
  file: string;
  outcome: SubmissionOutcome['kind'];
  /** Of a refusal. */
  code?: string;
  message?: string;
  report?: object;
  findings?: object[];
}

export const documentAnswer = (file: string, outcome: SubmissionOutcome): DocumentAnswer => {
  if (outcome.kind === 'REFUSED') {
    const { kind, code, message } = outcome;
    return { file, outcome: kind, code, message };
  }
  const findings = outcome.findings.map(findingAnswer);
  return { file, outcome: outcome.kind, report: reportAnswer(outcome), findings };
};

const reportAnswer = ({
  reportId,
  version,
  agencyId,
  agency,
  year,
  scope,
  revision,
  status,
}: Submitted): object => ({
  id: reportId === null ? null : globalId('Report', reportId),
  agency: { id: globalId('Agency', agencyId), name: agency },
  ...{ year, scope, revision, status, version },
});

const findingAnswer = ({
  check,
  severity,
  message,
  left,
  right,
  difference,
  ...rest
}: Finding) => ({
  ...{ check, severity, message, left, right, difference },
  cells: rest.cells.map(cellName),
  repair: rest.repair,
  fault: rest.fault,
  cause: rest.cause,
});
