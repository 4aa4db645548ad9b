import type { TableName } from '../format/form.js';
import { tablePlace } from '../format/place.js';
import type { Bilingual } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { sections as sectionsOfForm } from '../format/sections.js';
import { hasTable } from './cells.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding, listed } from './finding.js';

/** F2: the six sections stand in order, and the three tables as tables. */

const TABLES: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

const missingTables = (form: FilledForm): Bilingual | null => {
  const missing = TABLES.filter((table) => !hasTable(form, table));
  if (missing.length === 0) return null;
  const names = listed(missing.map(tablePlace));
  return { ZH: `缺${names.ZH}。`, EN: `Missing: ${names.EN}.` };
};

/** Null where the sections are in order; undefined where none was found. */
const faultOfSections = (form: FilledForm): Bilingual | null | undefined => {
  const found = form.sections.map((s) => s.ordinal).filter((n) => n <= sectionsOfForm.length);
  if (found.length === 0) return undefined;
  const missing = sectionsOfForm.filter((section) => !found.includes(section.ordinal));
  if (missing.length > 0) {
    const names = listed(missing.map(({ label }) => ({ ZH: label.zh, EN: label.en })));
    return { ZH: `缺少的部分：${names.ZH}。`, EN: `Missing sections: ${names.EN}.` };
  }
  if (found.every((n, i) => i === 0 || n >= (found[i - 1] ?? 0))) return null;
  return {
    ZH: `各部分的顺序与格式不同：${found.map(String).join('、')}。`,
    EN: `The sections stand in another order than on the form: ${found.map(String).join(', ')}.`,
  };
};

/** One finding: where a document ends early, tables and sections are missing for one reason. */
const assess = (form: FilledForm): Outcome => {
  const tables = missingTables(form);
  const sections = faultOfSections(form);
  const faults = [tables, sections].filter((f) => f !== null && f !== undefined);
  if (faults.length > 0) {
    const message = {
      ZH: faults.map((f) => f.ZH).join(''),
      EN: faults.map((f) => f.EN).join(' '),
    };
    const severity = tables ? 'ERROR' : 'WARNING';
    return { status: 'FAIL', findings: [finding({ check: 'F2', severity, message })] };
  }
  if (sections === null) return { status: 'PASS' };
  return {
    status: 'NOT_ASSESSABLE',
    reason: { ZH: '没有认出各部分的标题。', EN: 'No headings of sections were recognised.' },
  };
};

const ALL = Object.fromEntries(sectionsOfForm.map((s) => [s.ordinal, '见下。']));

export const f2 = ruleOf(
  {
    code: 'F2',
    severity: 'ERROR',
    title: { ZH: '六个部分、三张表齐全', EN: 'Six sections and three tables' },
    formula: {
      ZH: '六个部分齐全且依次排列；第二、三、四部分各有其表（缺表为错误，其余为警告）',
      EN: 'all six sections in order; tables two, three and four present (error), else warning',
    },
    basis: '《政府信息公开条例》第五十条；国办公开办函〔2021〕30号',
  },
  {
    passes: { report: { sections: ALL } },
    fails: { report: { sections: { ...Object.fromEntries(Object.entries(ALL).slice(0, 5)) } } },
  },
  assess,
);
