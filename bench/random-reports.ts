/**
 * Prints random reports with the quirks of published ones in every format, sound and damaged, and reads them.
 *   npm run bench:random -- [reports a format] [first seed] [format]
 * Exit status 1 where a cell is read otherwise than printed and no finding names it.
 */
import { IngestError } from '../src/ingest/ingest-error.js';
import { ingest } from '../src/ingest/ingest.js';
import { damagedFile } from '../test/support/render/damaged-file.js';
import { diceFrom } from '../test/support/render/dice.js';
import { judge } from '../test/support/render/judge.js';
import { printers } from '../test/support/render/printers.js';
import type { Printer } from '../test/support/render/printers.js';
import { randomReport } from '../test/support/render/random-report.js';

const [count = '100', first = '1', only] = process.argv.slice(2);
const MOST_TOLD = 20;

interface Tally {
  cells: number;
  named: number;
  refused: number;
  silent: string[];
}

async function readOne(
  seed: number,
  print: Printer,
  damaged: boolean,
  tally: Tally,
): Promise<void> {
  const dice = diceFrom(seed);
  const report = randomReport(dice);
  const file = damaged
    ? damagedFile(report, print, dice)
    : { how: 'sound', bytes: print(report, dice), lost: new Set<string>(), placed: undefined };
  try {
    const form = await ingest(file.bytes, 'report');
    const found = judge(form, report.says, file.lost, file.placed);
    tally.cells += found.cells;
    tally.named += found.named.length;
    const about = `${seed}, ${file.how}${report.quirks.map((q) => `, ${q}`).join('')}`;
    if (found.silent.length > 0)
      tally.silent.push(`${about}: ${found.silent.slice(0, 3).join('; ')}`);
  } catch (error) {
    if (!(error instanceof IngestError) || !damaged) throw error;
    tally.refused++;
  }
}

let bad = 0;
for (const [name, print] of Object.entries(printers)) {
  if (only !== undefined && only !== name) continue;
  for (const damaged of [false, true]) {
    const tally: Tally = { cells: 0, named: 0, refused: 0, silent: [] };
    for (let n = 0; n < Number(count); n++) await readOne(Number(first) + n, print, damaged, tally);
    const wrong = tally.silent.length;
    bad += wrong;
    console.log(
      `${name}, ${damaged ? 'damaged' : 'sound'}: ${count} reports, ${tally.cells} cells, ` +
        `${tally.named} not read or otherwise and named, ${tally.refused} refused, silent in ${wrong}`,
    );
    for (const line of tally.silent.slice(0, MOST_TOLD)) console.log(`  ${line}`);
  }
}
process.exitCode = bad === 0 ? 0 : 1;
