import type { Role } from '../entities/vocabulary.js';
import type { Grant, Viewer } from './viewer.js';

/** What an act is done to: an agency, with the regions that oversee it from the country down. */
export interface Subject {
  agencyId: string | null;
  regionPath: readonly string[];
}

/** What concerns the whole installation and no single region: only who has a role everywhere may do it. */
export const EVERYWHERE: Subject = { agencyId: null, regionPath: [] };

/** Every act that needs a role, with the roles that may do it within their region or agency. */
export const rolesOfActs = {
  /** Drafts, submissions and what was accepted but is not public yet. */
  SEE_UNPUBLISHED: ['SUBMITTER', 'REVIEWER', 'PUBLISHER'],
  /** The original text of a report in which personal data are masked. */
  SEE_PERSONAL_DATA: ['REVIEWER', 'PUBLISHER'],
  SEE_AUDIT_LOG: ['AUDITOR', 'ADMIN'],
  SEE_ACCOUNTS: ['ADMIN', 'AUDITOR'],
  SEE_PROGRESS: ['SUBMITTER', 'REVIEWER', 'PUBLISHER', 'ADMIN', 'AUDITOR'],
  SUBMIT: ['SUBMITTER', 'REVIEWER'],
  EXPLAIN: ['SUBMITTER', 'REVIEWER'],
  REVIEW: ['REVIEWER'],
  WAIVE: ['REVIEWER'],
  CORRECT: ['REVIEWER'],
  PUBLISH: ['PUBLISHER'],
  WITHDRAW: ['PUBLISHER'],
  CONSOLIDATE: ['REVIEWER'],
  SEND_LETTERS: ['REVIEWER'],
  KEEP_ROSTER: ['REVIEWER', 'ADMIN'],
  KEEP_AGENCIES: ['ADMIN'],
  KEEP_ACCOUNTS: ['ADMIN'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof rolesOfActs;

/** SIGN_IN: nobody has signed in; ROLE: no role for it; PLACE: a role for it, but elsewhere. */
export type DenialReason = 'SIGN_IN' | 'ROLE' | 'PLACE';

export type Decision = { allowed: true } | { allowed: false; reason: DenialReason };

/** The one place that decides who may do what. What no line allows is denied. */
export const decide = (viewer: Viewer, act: Act, subject: Subject): Decision => {
  if (!viewer) return { allowed: false, reason: 'SIGN_IN' };
  const fitting = grantsFor(viewer, act);
  if (fitting.length === 0) return { allowed: false, reason: 'ROLE' };
  if (!fitting.some((grant) => holdsFor(grant, subject)))
    return { allowed: false, reason: 'PLACE' };
  return { allowed: true };
};

/** True where the viewer reviews what the agency hands in, and so sees the original of what is masked for others. */
export const mayReview = (viewer: Viewer, subject: Subject): boolean =>
  decide(viewer, 'SEE_PERSONAL_DATA', subject).allowed;

/** The grants by which the viewer may do it somewhere. */
export const grantsFor = (viewer: Viewer, act: Act): Grant[] =>
  (viewer?.grants ?? []).filter(({ role }) => (rolesOfActs[act] as readonly Role[]).includes(role));

const holdsFor = ({ regionCode, agencyId }: Grant, subject: Subject): boolean => {
  if (agencyId !== null) return agencyId === subject.agencyId;
  return regionCode === null || subject.regionPath.includes(regionCode);
};

/** Roles that one person must not have together: who keeps accounts or the log takes no part in the business. */
export const areApart = (one: Role, other: Role): boolean =>
  one !== other && [one, other].some((role) => role === 'ADMIN' || role === 'AUDITOR');
