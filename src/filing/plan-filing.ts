import type { ReportStatus } from '../entities/vocabulary.js';
import { contentKeyOf } from './content-key.js';
import { keyText } from './report-input.js';
import type { Filed, ReportInput } from './report-input.js';

/** A revision of a key, stored or about to be. */
export interface Revision {
  reportId: string;
  revision: number;
  status: ReportStatus;
  contentKey: string;
  isNewest: boolean;
  isCurrent: boolean;
}

/** A report to insert. */
export interface PlannedReport {
  input: ReportInput;
  revision: Revision;
}

export interface FilingPlan {
  outcomes: Filed[];
  reports: PlannedReport[];
  /** Stored reports that are no longer the newest, or no longer the current one of their key. */
  outdated: { newest: string[]; current: string[] };
}

/**
 * What filing the inputs, one after the other, comes to.
 * @param stored the revisions of every key of the inputs
 * @param nextId gives the id of a report to insert
 */
export const planFiling = (
  inputs: readonly ReportInput[],
  stored: ReadonlyMap<string, readonly Revision[]>,
  nextId: () => string,
): FilingPlan => {
  const plan: FilingPlan = { outcomes: [], reports: [], outdated: { newest: [], current: [] } };
  const known = new Map([...stored].map(([key, revisions]) => [key, [...revisions]]));
  for (const input of inputs) {
    const revisions = known.get(keyText(input)) ?? [];
    known.set(keyText(input), revisions);
    plan.outcomes.push(planOne(input, revisions, nextId, plan));
  }
  return plan;
};

const planOne = (
  input: ReportInput,
  revisions: Revision[],
  nextId: () => string,
  plan: FilingPlan,
): Filed => {
  const contentKey = contentKeyOf(input);
  const same = revisions.find((revision) => revision.contentKey === contentKey);
  if (same) return { kind: 'UNCHANGED', ...summary(same) };
  const isCurrent = input.status === 'PUBLISHED';
  for (const older of revisions) outdate(older, isCurrent, plan);
  const revision: Revision = {
    reportId: nextId(),
    revision: Math.max(0, ...revisions.map((older) => older.revision)) + 1,
    status: input.status,
    contentKey,
    isNewest: true,
    isCurrent,
  };
  revisions.push(revision);
  plan.reports.push({ input, revision });
  return { kind: revision.revision === 1 ? 'CREATED' : 'REVISED', ...summary(revision) };
};

const summary = ({ reportId, revision, status }: Revision): Omit<Filed, 'kind'> => ({
  reportId,
  revision,
  status,
});

/** A planned revision is changed itself, a stored one is noted. */
const outdate = (older: Revision, byCurrent: boolean, { reports, outdated }: FilingPlan): void => {
  const isStored = !reports.some(({ revision }) => revision === older);
  if (isStored && older.isNewest) outdated.newest.push(older.reportId);
  if (isStored && older.isCurrent && byCurrent) outdated.current.push(older.reportId);
  older.isNewest = false;
  if (byCurrent) older.isCurrent = false;
};
