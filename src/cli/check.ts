import { Command } from 'commander';
import { addressKey, type Language } from '../format/form.js';
import { placeOf } from '../format/place.js';
import type { FilledForm, Finding, Severity } from '../format/report.js';
import { Output } from './output.js';
import { readFiles, type Reading } from './reading.js';
import { showTables } from './show-tables.js';
import { checkWords as words } from './check-words.js';

interface CheckOptions {
  show?: boolean;
}

/** `nianbao check FILE... [--show]`: findings as sentences, for a person. */
export const checkCommand = (language: Language): Command =>
  new Command('check')
    .description(words.check[language])
    .argument('<FILE...>', words.files[language])
    .option('--show', words.show[language])
    .addHelpText('after', words.status[language])
    .action(async (files: string[], options: CheckOptions) => {
      process.exitCode = (await checkFiles(files, options, language)) ? 1 : 0;
    });

const SEVERITIES: readonly Severity[] = ['ERROR', 'WARNING', 'INFO'];

/** @returns true where an ERROR stands or a file was not read */
async function checkFiles(
  files: readonly string[],
  options: CheckOptions,
  language: Language,
): Promise<boolean> {
  const output = new Output(process.stdout);
  const counts = { read: 0, failed: 0, ERROR: 0, WARNING: 0, INFO: 0 };
  for await (const reading of readFiles(files)) {
    if ('error' in reading) counts.failed++;
    else {
      counts.read++;
      for (const finding of reading.findings) counts[finding.severity]++;
    }
    if (!(await output.write(report(reading, options, language)))) break;
  }
  await output.write(words.summary(counts)[language]);
  return counts.ERROR > 0 || counts.failed > 0;
}

function report(reading: Reading, options: CheckOptions, language: Language): string {
  if ('error' in reading) {
    return `${reading.file}\n  ${words.notRead[language]} ${reading.error.code}: ${reading.error.message}\n`;
  }
  const { file, form, findings } = reading;
  const lines = [`${file} — ${headline(form, language)}`];
  if (options.show) lines.push(showTables(form, findings, language));
  const worstFirst = findings.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  for (const finding of worstFirst) lines.push(...sentence(form, finding, language));
  if (findings.length === 0) lines.push(`  ${words.clean[language]}`);
  return `${lines.join('\n')}\n`;
}

const headline = (form: FilledForm, language: Language): string =>
  [form.agency ?? words.noAgency[language], form.year ?? words.noYear[language], form.scope ?? '']
    .join(' ')
    .trim();

/** The finding's sentence, and below it each of its cells with what stands there, what should, and where. */
function sentence(form: FilledForm, finding: Finding, language: Language): string[] {
  const cells = new Map(form.cells.map((c) => [addressKey(c), c]));
  const repairs = new Map(finding.repair.map((r) => [addressKey(r), r.to]));
  const places = finding.cells.slice(0, MOST_CELLS).map((address) => {
    const cell = cells.get(addressKey(address));
    const to = repairs.get(addressKey(address));
    const printed = cell?.raw ?? words.absent[language];
    const change = to === undefined ? printed : `${printed} → ${to}`;
    return `      ${placeOf(address)[language]}: ${change}${cell?.locator ? `  [${cell.locator}]` : ''}`;
  });
  const more = finding.cells.length - places.length;
  return [
    `  ${finding.severity} ${finding.check}  ${finding.message[language]}`,
    ...places,
    ...(more > 0 ? [`      ${words.more(more)[language]}`] : []),
  ];
}

/** A table that is blank from end to end names hundreds. */
const MOST_CELLS = 12;
