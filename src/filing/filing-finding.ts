import { filingRules } from '../format/filing-rules.js';
import type { FilingRule } from '../format/filing-rules.js';
import type { FilledForm, Finding, ReportScope, Severity } from '../format/report.js';

/** A finding of filing itself; where the severity is null, that of its rule. */
export const filingFinding = (
  code: FilingRule['code'],
  severity: Severity | null,
  message: Finding['message'],
  sides: { left: string | null; right: string | null } = { left: null, right: null },
): Finding => ({
  check: code,
  severity: severity ?? filingRules.find((rule) => rule.code === code)?.severity ?? 'WARNING',
  message,
  ...sides,
  difference: null,
  breaks: [],
  cells: [],
  repair: [],
  fault: null,
  cause: null,
});

/** What the report was filed under, and what a manifest said. */
export interface Decided {
  year: number;
  scope: ReportScope;
  /** Null where the manifest left it open. */
  manifest: { year: number | null; scope: ReportScope | null };
  agencyKind: string | null;
}

/** M1 and M2 for what had to be decided against or without the document. */
export const filingFindings = (form: FilledForm, decided: Decided): Finding[] => [
  ...assumedScope(form, decided),
  ...overruled(form, decided),
];

/** A government's report may be of all its departments or of the whole region; of other organs that is rare. */
const assumedScope = (form: FilledForm, { manifest, agencyKind }: Decided): Finding[] => {
  if (form.scope !== null || manifest.scope !== null) return [];
  return [
    filingFinding('M1', agencyKind === 'GOVERNMENT' ? 'WARNING' : 'INFO', {
      ZH: '文件未写明统计范围，按本机关归档；如为汇总报告，请在导入清单中写明。',
      EN: 'The document does not state its scope; it was filed as of the organ alone. If it is a consolidated report, say so in the manifest.',
    }),
  ];
};

const overruled = (form: FilledForm, { manifest, year, scope }: Decided): Finding[] => {
  const findings: Finding[] = [];
  if (manifest.year !== null && form.year !== null && form.year !== year) {
    const sides = { left: String(form.year), right: String(year) };
    findings.push(
      filingFinding(
        'M2',
        null,
        {
          ZH: `文件所载年度为 ${sides.left}，导入清单为 ${sides.right}；以清单为准。`,
          EN: `The document is for ${sides.left}, the manifest says ${sides.right}; the manifest was followed.`,
        },
        sides,
      ),
    );
  }
  if (manifest.scope !== null && form.scope !== null && form.scope !== scope) {
    findings.push(
      filingFinding('M2', null, {
        ZH: `文件所载统计范围为 ${form.scope}，导入清单为 ${scope}；以清单为准。`,
        EN: `The document's scope is ${form.scope}, the manifest says ${scope}; the manifest was followed.`,
      }),
    );
  }
  return findings;
};
