import type { Queries } from './queries.js';

/** Who acts: an account and the network address it came from; null where a program on the machine itself does. */
export interface Actor {
  accountId: string | null;
  address: string | null;
}

/** Every act that the audit log knows. */
export type AuditAct =
  // of reports
  | 'CORRECT_CELL'
  | 'CORRECT_IDENTITY'
  | 'ENTER_REPORT'
  | 'EXPLAIN_FINDING'
  | 'REREAD'
  | 'SAVE_DRAFT'
  | 'SUBMIT_REPORT'
  | 'RETURN_REPORT'
  | 'ACCEPT_REPORT'
  | 'PUBLISH_REPORT'
  | 'WITHDRAW_REPORT'
  | 'REVISE_REPORT'
  | 'WAIVE_FINDING'
  | 'SEE_PERSONAL_DATA'
  // of rosters and consolidation
  | 'CHANGE_ROSTER'
  | 'CHANGE_CALENDAR'
  | 'CHANGE_AGENCY'
  | 'SEND_LETTERS'
  | 'CONSOLIDATE'
  // of accounts
  | 'SIGN_IN'
  | 'SIGN_OUT'
  | 'CREATE_ACCOUNT'
  | 'GRANT_ROLE'
  | 'REVOKE_ROLE'
  | 'CREATE_TOKEN'
  | 'REVOKE_TOKEN'
  | 'CHANGE_PASSWORD'
  // what was not allowed
  | 'REFUSED';

/** An act as the audit log keeps it. */
export interface AuditedAct {
  /** Name of the person who did it. */
  author: string;
  act: AuditAct;
  /** What it was done to, e.g. `report:17`. */
  subject: string;
  reason: string | null;
  before: unknown;
  after: unknown;
  actor?: Actor | undefined;
  /** False for what was refused. */
  succeeded?: boolean;
}

/** Adds an entry within the transaction of the act: where it cannot be written, the act does not happen. */
export const audit = async (queries: Queries, entry: AuditedAct): Promise<void> => {
  const { author, act, subject, reason, before, after, actor, succeeded = true } = entry;
  await queries.query(
    `insert into audit_entry (author, act, subject, reason, before, after, account_id, address, succeeded)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9)`,
    [
      author,
      act,
      subject,
      reason,
      jsonOf(before),
      jsonOf(after),
      actor?.accountId ?? null,
      actor?.address ?? null,
      succeeded,
    ],
  );
};

const jsonOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);
