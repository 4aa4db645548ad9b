import { analyze, type Database } from '../entities/database.js';
import { recheckStored } from '../filing/recheck-stored.js';
import { rereadStored } from '../filing/reread-stored.js';
import { TotalsDiff } from '../filing/totals-diff.js';
import type { UpkeepEvent } from '../filing/upkeep.js';
import type { Language } from '../format/form.js';
import { ParserPool } from '../ingest/pool.js';
import { changeLines, totalLines } from './change-lines.js';
import { Output } from './output.js';
import { Progress } from './progress.js';
import { upkeepWords as words } from './upkeep-words.js';
import { withDatabase } from './with-database.js';

export interface UpkeepArguments {
  apply?: boolean;
  all?: boolean;
  by?: string;
}

/** @returns true, for there is nothing that could fail for one report alone */
export const runRecheck = (options: UpkeepArguments, language: Language): Promise<boolean> =>
  withDatabase((database) => {
    const { apply = false, all = false } = options;
    return tell(database, recheckStored(database, { apply, all }), apply, language);
  });

/** @returns true where every document was read */
export const runReread = (options: UpkeepArguments, language: Language): Promise<boolean> =>
  withDatabase(async (database) => {
    const { apply = false, all = false, by: author = 'nianbao reread' } = options;
    const pool = new ParserPool();
    try {
      const events = rereadStored(database, (bytes, name) => pool.read(bytes, name), {
        apply,
        all,
        author,
      });
      return await tell(database, events, apply, language);
    } finally {
      await pool.close();
    }
  });

/** Says what happens as it happens, then the totals, then how many there were. */
async function tell(
  database: Database,
  events: AsyncIterable<UpkeepEvent>,
  apply: boolean,
  language: Language,
): Promise<boolean> {
  const output = new Output(process.stdout);
  const totals = new TotalsDiff();
  const counts = { lookedAt: 0, changed: 0, unread: 0 };
  let progress = new Progress(0);
  for await (const event of events) {
    if (event.kind === 'TAKEN') {
      progress = new Progress(event.reports);
      if (event.goesOn) await output.write(words.goesOn[language]);
    } else if (event.kind === 'LOOKED_AT') {
      counts.lookedAt += event.reports;
      for (let i = 0; i < event.reports; i++) progress.step();
    } else if (event.kind === 'UNREAD') {
      counts.unread++;
      const { agency, year, scope } = event.report;
      const name = `${agency} ${year} ${scope}`;
      await output.write(`${name}\n    ${words.notRead[language]} ${event.code}: ${event.message}`);
    } else {
      counts.changed++;
      totals.add(event.diff);
      await output.write(changeLines(event.diff, language).join('\n'));
    }
  }
  progress.end();
  if (apply && counts.changed > 0) await analyze(database);
  for (const line of totalLines(totals.changes(), language)) await output.write(line);
  const end = apply ? words.kept : words.notKept;
  await output.write(`${words.summary(counts)[language]} ${end[language]}`);
  return counts.unread === 0;
}
