import type { Database } from '../entities/database.js';
import { cellNamed } from '../filing/cell-name.js';
import { correctCell } from '../filing/correct-cell.js';
import { correctIdentity } from '../filing/correct-identity.js';
import { nameReports } from '../filing/name-reports.js';
import type { ReportName } from '../filing/report-diff.js';
import { refused } from '../filing/report-input.js';
import { placeWithTable } from '../format/place.js';
import type { Language } from '../format/form.js';
import type { ReportScope } from '../format/report.js';
import { findOrCreateAgency } from '../registry/find-or-create-agency.js';
import { correctWords as words } from './correct-words.js';
import { findingLines } from './finding-lines.js';
import { Output } from './output.js';
import { tellRefusal } from './tell-refusal.js';
import { whichReport } from './which-report.js';
import { withDatabase } from './with-database.js';

export interface CorrectArguments {
  by: string;
  why: string;
  agency?: string;
  region?: string;
  year?: number;
  scope?: ReportScope;
  create?: boolean;
}

/** @returns true where it was corrected */
export const runCorrect = (
  report: string,
  target: { cell: string; value: string } | null,
  options: CorrectArguments,
  language: Language,
): Promise<boolean> =>
  withDatabase(async (database) => {
    const found = await whichReport(database, report);
    if (found.kind === 'REFUSED') return tellRefusal(found);
    return target
      ? correctTarget(database, found.reportId, target, options, language)
      : move(database, found.reportId, options, language);
  });

const correctTarget = async (
  database: Database,
  reportId: string,
  { cell: name, value }: { cell: string; value: string },
  { by, why }: CorrectArguments,
  language: Language,
): Promise<boolean> => {
  const cell = cellNamed(name);
  if (!cell) return tellRefusal(refused('NO_SUCH_CELL', `The form has no cell ${name}.`));
  const outcome = await correctCell(database, { reportId, cell, value, by, why });
  if (outcome.kind === 'REFUSED') return tellRefusal(outcome);
  const [from, to] = [outcome.from, outcome.to].map((v) => v ?? words.nothing[language]);
  const place = placeWithTable(cell)[language];
  const output = new Output(process.stdout);
  await output.write(
    `${await headline(database, reportId)}\n  ${place}: ${from ?? ''} → ${to ?? ''}`,
  );
  for (const line of findingLines(outcome, language)) await output.write(line);
  const { droppedExplanations: dropped } = outcome;
  if (dropped > 0) await output.write(`  ${words.dropped(dropped)[language]}`);
  return true;
};

const move = async (
  database: Database,
  reportId: string,
  { create = false, ...identity }: CorrectArguments,
  language: Language,
): Promise<boolean> => {
  const before = await headline(database, reportId);
  const request = { reportId, ...identity, createAgency: create };
  const outcome = await correctIdentity(database, { findOrCreateAgency }, request);
  if (outcome.kind === 'REFUSED') return tellRefusal(outcome);
  const now = `${await headline(database, reportId)} (${words.revision[language]} ${outcome.revision})`;
  await new Output(process.stdout).write(`${before}\n  ${words.moved[language]} ${now}`);
  return true;
};

const headline = async (database: Database, reportId: string): Promise<string> => {
  const names = await database.transaction((manager) => nameReports(manager, [reportId]));
  const name: ReportName | undefined = names.get(reportId);
  return name ? `${name.agency} ${name.year} ${name.scope}` : reportId;
};
