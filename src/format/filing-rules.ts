import type { Language } from './form.js';
import type { Severity } from './report.js';

/** What had to be decided about a report when it was filed; the findings come from filing, the words stand here. */
export interface FilingRule {
  code: 'M1' | 'M2' | 'M3';
  /** The gravest that its findings have. */
  severity: Severity;
  title: Readonly<Record<Language, string>>;
  formula: Readonly<Record<Language, string>>;
  basis: string;
}

export const filingRules: readonly FilingRule[] = [
  {
    code: 'M1',
    severity: 'WARNING',
    title: { ZH: '统计范围未写明', EN: 'Scope not stated' },
    formula: {
      ZH: '文件或导入清单写明统计范围；都未写明的按本机关归档',
      EN: 'The document or the manifest states the scope; where neither does, the report is filed as of the organ alone',
    },
    basis: '政府信息公开条例第四十九条：各机关报告本机关的工作',
  },
  {
    code: 'M2',
    severity: 'WARNING',
    title: { ZH: '文件与导入清单不符', EN: 'Document and manifest differ' },
    formula: {
      ZH: '文件所载年度、统计范围与导入清单一致；不一致的以清单为准',
      EN: 'Year and scope of the document are those of the manifest; where they differ the manifest is followed',
    },
    basis: '导入清单由导入者负责',
  },
  {
    code: 'M3',
    severity: 'WARNING',
    title: { ZH: '文件与归档不符', EN: 'Document and filing differ' },
    formula: {
      ZH: '文件所载年度、统计范围与归档一致；经人工更正而不一致的只作提示',
      EN: 'Year and scope of the document are those the report is filed under; a difference that a person decided on is a note',
    },
    basis: '更正由更正者负责；重新读取不改变归档',
  },
];
