import type { Database } from '../entities/database.js';
import { explainFinding } from '../filing/explain-finding.js';
import { refused } from '../filing/report-input.js';
import type { Refused } from '../filing/report-input.js';
import type { Language } from '../format/form.js';
import { findingsOfReports } from '../rollup/finding-list.js';
import type { FindingRecord } from '../rollup/records.js';
import { globalId, readGlobalId } from '../schema/global-id.js';
import { explainWords as words } from './explain-words.js';
import { Output } from './output.js';
import { tellRefusal } from './tell-refusal.js';
import { whichReport } from './which-report.js';
import { withDatabase } from './with-database.js';

export interface ExplainArguments {
  by?: string;
  why?: string;
  dismiss?: boolean;
}

/** Findings of a report with their ids and explanations. @returns false where there is no such report */
export const listFindings = (report: string, language: Language): Promise<boolean> =>
  withFindings(report, async (_database, findings) => {
    const output = new Output(process.stdout);
    for (const finding of findings) await output.write(lineOf(finding, language));
    if (findings.length === 0) await output.write(words.none[language]);
    return true;
  });

/** @returns true where it was explained */
export const runExplain = (
  report: string,
  finding: string,
  { by, why, dismiss }: Required<ExplainArguments>,
  language: Language,
): Promise<boolean> =>
  withFindings(report, async (database, findings, reload) => {
    const found = which(findings, finding);
    if ('kind' in found) return tellRefusal(found);
    const outcome = await explainFinding(database, { findingId: found.id, by, why, dismiss });
    if (outcome.kind === 'REFUSED') return tellRefusal(outcome);
    const now = (await reload()).find(({ id }) => id === found.id) ?? found;
    await new Output(process.stdout).write(lineOf(now, language));
    return true;
  });

const withFindings = (
  report: string,
  use: (
    database: Database,
    findings: readonly FindingRecord[],
    reload: () => Promise<readonly FindingRecord[]>,
  ) => Promise<boolean>,
): Promise<boolean> =>
  withDatabase(async (database) => {
    const found = await whichReport(database, report);
    if (found.kind === 'REFUSED') return tellRefusal(found);
    const { reportId } = found;
    const load = async () => (await findingsOfReports(database, [reportId])).get(reportId) ?? [];
    return use(database, await load(), load);
  });

/** By id, or by the code of a check that has one finding alone. */
const which = (findings: readonly FindingRecord[], text: string): FindingRecord | Refused => {
  const id = readGlobalId(text);
  const named = findings.filter((finding) =>
    id?.type === 'Finding' ? finding.id === id.key : finding.checkCode === text.toUpperCase(),
  );
  const [found, ...others] = named;
  if (!found) return refused('FINDING_UNKNOWN', `The report has no finding ${text}.`);
  if (others.length === 0) return found;
  const ids = named.map((finding) => globalId('Finding', finding.id));
  return refused('AMBIGUOUS', `${named.length} findings are of ${text}: ${ids.join(', ')}.`);
};

const lineOf = (finding: FindingRecord, language: Language): string => {
  const { checkCode, severity, explanation } = finding;
  const message = language === 'ZH' ? finding.messageZh : finding.messageEn;
  const line = `${globalId('Finding', finding.id)}  ${severity} ${checkCode}  ${message}`;
  if (!explanation) return line;
  const said = explanation.dismissed ? words.dismissed[language] : words.explained[language];
  const day = explanation.at.toISOString().slice(0, 10);
  return `${line}\n    ${said} (${explanation.by}, ${day}): ${explanation.text}`;
};
