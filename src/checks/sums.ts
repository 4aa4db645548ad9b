import { blocksOf, formOf } from '../format/forms.js';
import type { Relation, TableName } from '../format/form.js';
import type { Bilingual, CheckDefinition, CheckExamples, CheckResult, Rule } from './definition.js';
import { inBoth, listed } from './finding.js';
import { sumRelations } from './relations.js';
import type { SumRelation } from './relations.js';
import { placeOf, rowPlace } from '../format/place.js';
import { sumFindings } from './sum-findings.js';
import { linePlace, relationSentence } from './sum-words.js';

/** A1 to A4: the sums of tables three and four, from the relations of the form. */

interface SumText {
  table: TableName;
  title: Bilingual;
  basis: string;
}

const TEXTS: Readonly<Record<Relation['check'], SumText>> = {
  A1: {
    table: 'REQUESTS',
    title: {
      ZH: '表三各行：六类申请人之和等于总计',
      EN: 'Table 3, rows: applicants add up to the total',
    },
    basis: '总计之定义；国办公开办函〔2019〕60号、〔2021〕30号附表',
  },
  A2: {
    table: 'REQUESTS',
    title: {
      ZH: '表三各列：各项办理结果之和等于（七）总计',
      EN: 'Table 3, columns: results add up to (7) total',
    },
    basis: '总计之定义；国办公开办函〔2019〕60号、〔2021〕30号附表',
  },
  A3: {
    table: 'REQUESTS',
    title: {
      ZH: '表三各列：新收加结转等于办结加转出',
      EN: 'Table 3, columns: received and carried in equal completed and carried out',
    },
    basis: '表三所印勾稽关系：第一项加第二项之和，等于第三项加第四项之和',
  },
  A4: {
    table: 'APPEALS',
    title: { ZH: '表四各组：四种结果之和等于总计', EN: 'Table 4: results add up to the total' },
    basis: '总计之定义；国办公开办函〔2019〕60号、〔2021〕30号附表',
  },
};

/** A longer sum is told by its first and last addend. */
const MOST_NAMED = 6;

/** The two sides in the labels of the newest form. */
const formulaOf = (relation: Relation, table: TableName): Bilingual => {
  const [block] = blocksOf('E2021', table);
  const name = (key: string): Bilingual => {
    if (relation.along === 'ROWS') return rowPlace(table, key);
    const label = block?.columns.find((c) => c.key === key)?.label;
    return { ZH: label?.zh ?? key, EN: label?.en ?? key };
  };
  const side = (keys: readonly string[], l: 'ZH' | 'EN'): string => {
    const names = keys.map((key) => name(key)[l]);
    if (names.length <= MOST_NAMED) return names.join(' + ');
    const count = String(names.length);
    const all = `${names[0] ?? ''} + … + ${names.at(-1) ?? ''}`;
    return all + (l === 'ZH' ? `（共 ${count} 项）` : ` (${count} rows)`);
  };
  return inBoth((l) => `${side(relation.left, l)} = ${side(relation.right, l)}`);
};

const definitionOf = (code: Relation['check']): CheckDefinition => {
  const { table, title, basis } = TEXTS[code];
  const relation = formOf('E2021').relations[table].find((r) => r.check === code);
  if (!relation) throw new Error(`the form has no relation ${code}`);
  return { code, severity: 'ERROR', title, formula: formulaOf(relation, table), basis };
};

const R = (row: string, column: string): string => `REQUESTS/${row}/${column}`;
const GRANTED_ONE = {
  [R('received', 'naturalPerson')]: '29',
  [R('received', 'total')]: '29',
  [R('GRANTED', 'naturalPerson')]: '29',
  [R('GRANTED', 'total')]: '29',
  [R('completed', 'naturalPerson')]: '29',
  [R('completed', 'total')]: '29',
};
const sound = { report: { cells: GRANTED_ONE } };

const EXAMPLES: Readonly<Record<Relation['check'], CheckExamples>> = {
  A1: {
    passes: sound,
    fails: { report: { cells: { ...GRANTED_ONE, [R('GRANTED', 'naturalPerson')]: '28' } } },
  },
  A2: {
    passes: sound,
    fails: {
      report: {
        cells: {
          ...GRANTED_ONE,
          [R('GRANTED', 'naturalPerson')]: '28',
          [R('GRANTED', 'total')]: '28',
        },
      },
    },
  },
  A3: {
    passes: sound,
    fails: {
      report: {
        cells: {
          ...GRANTED_ONE,
          [R('received', 'naturalPerson')]: '30',
          [R('received', 'total')]: '30',
        },
      },
    },
  },
  A4: {
    passes: {
      report: {
        cells: { 'APPEALS/reconsideration/upheld': '10', 'APPEALS/reconsideration/total': '10' },
      },
    },
    fails: {
      report: {
        cells: { 'APPEALS/reconsideration/upheld': '10', 'APPEALS/reconsideration/corrected': '1' },
      },
    },
  },
};

const CODES = ['A1', 'A2', 'A3', 'A4'] as const;

const resultOf = (check: string, relations: readonly SumRelation[]): CheckResult => {
  const fails = relations.filter((r) => r.state === 'FAILS');
  if (fails.length > 0) return { check, status: 'FAIL', reason: failWords(fails) };
  const undecided = relations.filter((r) => r.state === 'NOT_ASSESSABLE' || r.state === 'SHORT');
  if (undecided.length === 0) return { check, status: 'PASS', reason: null };
  return { check, status: 'NOT_ASSESSABLE', reason: undecidedWords(undecided) };
};

const failWords = (fails: readonly SumRelation[]): Bilingual => {
  const [first, ...rest] = fails;
  if (!first) return { ZH: '', EN: '' };
  const sentence = relationSentence(first);
  const others = listed(rest.map(linePlace), 4);
  if (rest.length === 0) return sentence;
  return { ZH: `${sentence.ZH}另有：${others.ZH}。`, EN: `${sentence.EN} Also: ${others.EN}.` };
};

const undecidedWords = (relations: readonly SumRelation[]): Bilingual => {
  const lines = listed(relations.map(linePlace), 4);
  const cells = relations.flatMap((r) => (r.missing.length > 0 ? r.missing : r.blanks));
  const names = listed([...new Map(cells.map((c) => [placeOf(c).ZH, placeOf(c)])).values()], 4);
  return {
    ZH: `${lines.ZH}：${names.ZH}没有数字，无法判断。`,
    EN: `${lines.EN}: no figure in ${names.EN}.`,
  };
};

/** Checks A1 to A4; one cause is one finding, whichever of them it breaks. */
export const sums: Rule = {
  definitions: CODES.map(definitionOf),
  examples: EXAMPLES,
  run: (form, context) => {
    const relations = sumRelations(form);
    const tables = ['REQUESTS', 'APPEALS'] as const;
    return {
      results: CODES.map((code) =>
        resultOf(
          code,
          relations.filter((r) => r.rule.check === code),
        ),
      ),
      findings: tables.flatMap((table) =>
        sumFindings(
          relations.filter((r) => r.table === table),
          form,
          context,
        ),
      ),
    };
  },
};
