import type { Language } from '../format/form.js';
import { officeDay } from '../registry/roster/calendar.js';
import { RosterError } from '../registry/roster/roster-error.js';
import type { RosterKey } from '../registry/roster/write-roster.js';
import { everyMember, memberList } from '../rollup/members/member-list.js';
import { progressGroups, rosterOf } from '../rollup/members/progress.js';
import { missingLine, progressTold } from './office-words.js';
import { Output } from './output.js';
import { full } from './run-lists.js';
import { withDatabase } from './with-database.js';

/** @returns true where all have handed in */
export const runMissing = (asked: RosterKey, language: Language): Promise<boolean> =>
  withDatabase(async (database) => {
    const key = full(asked);
    const day = officeDay(new Date());
    if (!(await rosterOf(database, key))) {
      throw new RosterError(
        'ROSTER_UNKNOWN',
        `There is no roster of ${key.region} for ${key.year}.`,
      );
    }
    const [whole] = await progressGroups(database, key, day, []);
    const output = new Output(process.stdout);
    for await (const member of everyMember(
      database,
      memberList(key, day, { standings: ['MISSING'] }),
    )) {
      await output.write(missingLine(member)[language]);
    }
    if (whole) await output.write(progressTold(whole)[language]);
    return whole?.byStanding.MISSING === 0;
  });
