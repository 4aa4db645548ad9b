import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { lettersZip } from '../export/letters/letters-zip.js';
import type { Language } from '../format/form.js';
import { officeDay } from '../registry/roster/calendar.js';
import { RosterError } from '../registry/roster/roster-error.js';
import type { RosterKey } from '../registry/roster/write-roster.js';
import { letterFacts, type LetterKind } from '../rollup/members/letter-facts.js';
import { rosterOf } from '../rollup/members/progress.js';
import { lettersTold } from './letters-words.js';
import { full } from './run-lists.js';
import { withDatabase } from './with-database.js';

export interface LettersArguments {
  kind: LetterKind;
  answerBy: string;
  signedBy: string;
  output: string;
}

export const runLetters = (
  asked: RosterKey,
  { kind, answerBy, signedBy, output }: LettersArguments,
  language: Language,
): Promise<void> =>
  withDatabase(async (database) => {
    const key = full(asked);
    if (!(await rosterOf(database, key))) {
      throw new RosterError(
        'ROSTER_UNKNOWN',
        `There is no roster of ${key.region} for ${key.year}.`,
      );
    }
    const day = officeDay(new Date());
    const facts = letterFacts(database, key, day, kind);
    const { stream, letters } = lettersZip(facts, { day, answerBy, signedBy });
    const [count] = await Promise.all([letters, pipeline(stream, createWriteStream(output))]);
    console.log(lettersTold(count)[language]);
  });
