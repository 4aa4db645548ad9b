import type { PlainTable } from '../state/table-text';
import type { Words } from '../words/zh';
import type { Waiting } from './waiting';

/** What waits as a table: a finding a line, a report without one a line as well. */
export function queueTable(waiting: readonly Waiting[], words: Words): PlainTable {
  const zh = words.language === 'ZH';
  return {
    head: [
      words.name,
      words.office.leader,
      words.office.handedInOn,
      words.office.daysLate,
      words.rule,
      words.severityName,
      words.findings,
      words.left,
      words.right,
      words.explanation,
    ],
    rows: waiting.flatMap(({ agency, daysLate, report }) => {
      const { responsibleLeader, submittedAt } = report.life;
      const own = [agency.name, responsibleLeader, submittedAt?.slice(0, 10), daysLate];
      if (report.findings.length === 0) return [own];
      return report.findings.map((finding) => [
        ...own,
        finding.check.code,
        words.severity[finding.severity],
        zh ? finding.zh : finding.en,
        finding.left,
        finding.right,
        finding.explanation?.text ?? finding.waiver?.reason,
      ]);
    }),
  };
}
