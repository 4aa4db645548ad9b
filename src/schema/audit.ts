import { Field, ObjectType } from 'type-graphql';

import type { AuditAct } from '../accounts/audit-log.js';
import type { AuditRecord } from '../rollup/audit-list.js';
import { connectionOf } from './connection.js';
import { enumType } from './enums/register.js';
import { DateTime } from './scalars/date-time.js';

export const AuditActEnum = enumType<AuditAct>('AuditAct', 'What the audit log keeps.', {
  CORRECT_CELL: 'A cell was set right.',
  CORRECT_IDENTITY: 'A report was moved to another agency, year or scope.',
  ENTER_REPORT: 'The numbers of a scan were typed in.',
  EXPLAIN_FINDING: 'A finding was explained or dismissed.',
  REREAD: 'A report was read anew.',
  SAVE_DRAFT: 'A report was handed over as a draft.',
  SUBMIT_REPORT: 'A report was handed in.',
  RETURN_REPORT: 'A report was given back.',
  ACCEPT_REPORT: 'A report was accepted.',
  PUBLISH_REPORT: 'A report was made public.',
  WITHDRAW_REPORT: 'A public report was withdrawn.',
  REVISE_REPORT: 'A new revision was begun.',
  WAIVE_FINDING: 'A finding was waived.',
  SEE_PERSONAL_DATA: 'Somebody looked at an original with personal data.',
  CHANGE_ROSTER: 'A roster was made.',
  CHANGE_CALENDAR: 'The dates of an office were changed.',
  CHANGE_AGENCY: 'Agencies were changed.',
  SEND_LETTERS: 'Letters were written.',
  CONSOLIDATE: 'Members were added up.',
  SIGN_IN: 'Somebody signed in, or tried.',
  SIGN_OUT: 'Somebody signed out.',
  CREATE_ACCOUNT: 'An account was made.',
  GRANT_ROLE: 'A role was given.',
  REVOKE_ROLE: 'A role was taken.',
  CREATE_TOKEN: 'A token was made.',
  REVOKE_TOKEN: 'A token was ended.',
  CHANGE_PASSWORD: 'A password was changed.',
  REFUSED: 'Something was not allowed.',
});

@ObjectType({ description: 'An entry of the audit log: who did what, when, from where.' })
export class AuditEntry {
  record!: AuditRecord;

  @Field(() => DateTime, { description: 'When.' })
  at(): Date {
    return this.record.at;
  }

  @Field(() => String, { description: 'Name of the person, as it was then.' })
  by(): string {
    return this.record.author;
  }

  @Field(() => AuditActEnum, { description: 'What was done.' })
  act(): AuditAct {
    return this.record.act;
  }

  @Field(() => String, { description: 'What it was done to, e.g. report:17, roster:990100/2024.' })
  subject(): string {
    return this.record.subject;
  }

  @Field(() => String, { nullable: true, description: 'The reason given.' })
  reason(): string | null {
    return this.record.reason;
  }

  @Field(() => String, { nullable: true, description: 'What was there before, as JSON.' })
  before(): string | null {
    return jsonOf(this.record.before);
  }

  @Field(() => String, { nullable: true, description: 'What was there after, as JSON.' })
  after(): string | null {
    return jsonOf(this.record.after);
  }

  @Field(() => String, {
    nullable: true,
    description: 'Network address; null where a command on the machine itself did it.',
  })
  address(): string | null {
    return this.record.address;
  }

  @Field(() => Boolean, { description: 'False for what was refused.' })
  succeeded(): boolean {
    return this.record.succeeded;
  }

  @Field(() => Boolean, { description: 'Whether it is sealed by the chain of hashes yet.' })
  sealed(): boolean {
    return this.record.sealed;
  }

  static of(record: AuditRecord): AuditEntry {
    return Object.assign(new AuditEntry(), { record });
  }
}

const jsonOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

export const AuditEntryConnection = connectionOf(
  'AuditEntry',
  () => AuditEntry,
  'entries of the audit log',
);
