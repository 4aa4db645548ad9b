import type { EntityManager } from 'typeorm';

/** An act as the audit log keeps it. */
export interface AuditedAct {
  /** Name of the person who did it. */
  author: string;
  act:
    | 'CONSOLIDATE'
    | 'CORRECT_CELL'
    | 'CORRECT_IDENTITY'
    | 'ENTER_REPORT'
    | 'EXPLAIN_FINDING'
    | 'REREAD';
  /** What it was done to, e.g. `report:17`. */
  subject: string;
  reason: string | null;
  before: unknown;
  after: unknown;
}

/** Adds an entry within the transaction of the act: where it cannot be written, the act does not happen. */
export const audit = async (manager: EntityManager, entry: AuditedAct): Promise<void> => {
  const { author, act, subject, reason, before, after } = entry;
  await manager.query(
    `insert into audit_entry (author, act, subject, reason, before, after)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb)`,
    [author, act, subject, reason, jsonOf(before), jsonOf(after)],
  );
};

const jsonOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);
