import type { AuditAct } from '../../accounts/audit-log.js';
import type { ReportStatus } from '../../entities/vocabulary.js';

/** A step of a report's life: DRAFT → SUBMITTED → RETURNED or ACCEPTED → PUBLISHED → WITHDRAWN. */
export interface Step {
  act: AuditAct;
  from: readonly ReportStatus[];
  to: ReportStatus;
  needsReason: boolean;
  /** Findings that nobody has waived stand in its way. */
  isBlocked: boolean;
}

export type StepName = 'SUBMIT' | 'RETURN' | 'ACCEPT' | 'PUBLISH' | 'WITHDRAW';

export const steps: Readonly<Record<StepName, Step>> = {
  SUBMIT: {
    act: 'SUBMIT_REPORT',
    from: ['DRAFT', 'RETURNED'],
    to: 'SUBMITTED',
    needsReason: false,
    isBlocked: false,
  },
  RETURN: {
    act: 'RETURN_REPORT',
    from: ['SUBMITTED'],
    to: 'RETURNED',
    needsReason: true,
    isBlocked: false,
  },
  ACCEPT: {
    act: 'ACCEPT_REPORT',
    from: ['SUBMITTED'],
    to: 'ACCEPTED',
    needsReason: false,
    isBlocked: true,
  },
  PUBLISH: {
    act: 'PUBLISH_REPORT',
    from: ['ACCEPTED'],
    to: 'PUBLISHED',
    needsReason: false,
    isBlocked: true,
  },
  WITHDRAW: {
    act: 'WITHDRAW_REPORT',
    from: ['PUBLISHED'],
    to: 'WITHDRAWN',
    needsReason: true,
    isBlocked: false,
  },
};
