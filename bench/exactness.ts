/**
 * How exactly reports are read and judged: the sample reports by layout and format, the causes of planted errors, the
 * figures stated in prose.
 *   npm run bench:exactness
 * Bars: at least 99.8 % of the stated values right, none silent, none invented, every failing relation found, no false
 * alarm, other papers refused; each cause named in 90 % of 200 reports, in 1 % of sound ones at most; 95 % of the figures
 * of prose found, 2 % wrong at most. Exit status 1 where one is missed.
 */
import { runChecks } from '../src/checks/run.js';
import { planted, plants, soundReport } from '../test/support/plant-causes.js';
import type { Cause } from '../test/support/plant-causes.js';
import { judge, passages } from '../test/support/statement-passages.js';
import { gradeCorpus, tableBy, totalsOf } from './exactness-corpus.js';

const missed: string[] = [];
const bar = (name: string, holds: boolean): void => {
  if (!holds) missed.push(name);
};
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

const graded = await gradeCorpus();
const reports = graded.filter((one) => !one.otherPaper);
const refused = graded.filter((one) => one.otherPaper && one.grade.refused).length;
const all = totalsOf(reports);
console.log('By layout');
console.table(tableBy(reports, 'layout'));
console.log('By format');
console.table(tableBy(reports, 'format'));
for (const { id, grade } of graded)
  for (const fault of grade.faults) console.log(`${id}: ${fault}`);
console.log(
  `${all.documents} reports: ${percent(all.right / all.values)} of ${all.values} values right, ` +
    `${all.silent} silent, ${all.invented} invented; ${all.found} of ${all.relations} failing relations found, ` +
    `${all['false alarms']} false alarms; ${refused} of ${graded.length - reports.length} other papers refused`,
);
bar('values right', all.right / all.values >= 0.998);
bar('none silent', all.silent === 0);
bar('none invented', all.invented === 0);
bar('failing relations found', all.found === all.relations);
bar('no false alarm', all['false alarms'] === 0);
bar('other papers refused', refused === graded.length - reports.length);

const EACH = 200;
const causes = Object.keys(plants) as Cause[];
const namedIn = ({ form, context }: Pick<ReturnType<typeof soundReport>, 'form' | 'context'>) =>
  new Set(runChecks(form, context).findings.flatMap((f) => f.cause ?? []));
const confusion = Object.fromEntries(
  causes.map((cause) => {
    const named = planted(cause, EACH).map(namedIn);
    const count = (name: string): number => named.filter((set) => set.has(name)).length;
    bar(`${cause} named`, count(cause) >= 0.9 * EACH);
    return [cause, Object.fromEntries(causes.map((name) => [name, count(name)]))];
  }),
);
console.log(`\nCauses planted in ${EACH} random reports (rows), and those named (columns)`);
console.table(confusion);
const sound = Array.from({ length: 5 * EACH }, (_, i) => namedIn(soundReport(10_000 + i)));
const falsely = sound.filter((set) => set.size > 0).length;
console.log(`A cause is named in ${falsely} of ${sound.length} sound reports`);
bar('no cause in sound reports', falsely <= 0.01 * sound.length);

console.log('\nFigures stated in prose');
for (const set of ['development', 'held-out'] as const) {
  const verdicts = passages.filter((p) => p.set === set).map(judge);
  const sum = (of: (v: (typeof verdicts)[number]) => number): number =>
    verdicts.reduce((total, verdict) => total + of(verdict), 0);
  const found = 1 - sum((v) => v.missed.length) / sum((v) => v.due);
  const wrong = sum((v) => v.wrong.length) / sum((v) => v.said);
  console.log(
    `${set}: ${percent(found)} of ${sum((v) => v.due)} found, ${percent(wrong)} wrong or not stated`,
  );
  bar(`figures of the ${set} passages found`, found >= 0.95);
  bar(`figures of the ${set} passages right`, wrong <= 0.02);
}

console.log(missed.length === 0 ? '\nEvery bar is met.' : `\nMissed: ${missed.join(', ')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
