import type { Actor } from '../accounts/audit-log.js';
import { refused } from './report-input.js';
import type { Refused } from './report-input.js';

/** Who does something to a report, and why: both are shown to everybody beside the figure. */
export interface Authored {
  /** Name of the person. */
  by: string;
  why: string;
  /** The account and where it acts from, where somebody has signed in. */
  actor?: Actor;
}

const LONGEST_NAME = 100;
const LONGEST_REASON = 2000;

/** A name in one line; a reason may have several. */
const NO_NAME = /[\p{Cc}\p{Cf}\p{Cs}]/u;
const NO_REASON = /[^\P{Cc}\n\r\t]|[\p{Cf}\p{Cs}]/u;

/** Name and reason, checked. */
type Named = Pick<Authored, 'by' | 'why'>;

/** Name and reason without blanks around them; refused where one is missing, too long or no plain text. */
export const authoredOf = (given: Authored): Named | Refused => {
  const by = given.by.normalize('NFC').trim();
  const why = given.why.normalize('NFC').trim();
  if (by === '' || by.length > LONGEST_NAME || NO_NAME.test(by)) {
    return refused(
      'AUTHOR_REQUIRED',
      `Say who does it: a name of at most ${LONGEST_NAME} characters.`,
    );
  }
  if (why === '' || why.length > LONGEST_REASON || NO_REASON.test(why)) {
    return refused('REASON_REQUIRED', `Say why, in at most ${LONGEST_REASON} characters.`);
  }
  return { by, why };
};
