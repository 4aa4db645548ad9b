import type { FilledForm, Finding } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding } from './finding.js';

/** C4: where the prose of a consolidated report parts a number among places and organs, the parts add up to it. */

const OF_PARTS = /(\d+)\s*件\s*[（(]([^（）()]{4,2000})[）)]/g;

/** A place or an organ with its number: 市政府349, 沭阳县477件. */
const PART =
  /^(?:其中)?\p{Script=Han}{1,20}?(?:政府|部门|机关|单位|街道|[省市县区旗州盟镇乡局委办厅])\D{0,6}?(\d+)\s*件?$/u;

const NOT_ALL = /其中|包括|例如|如[：:]/;

const breakdownsOf = (text: string): { total: number; parts: number[]; quoted: string }[] =>
  [...text.matchAll(OF_PARTS)].flatMap(([quoted, total = '', inner = '']) => {
    const pieces = inner.split(/[,，、;；]/).map((piece) => piece.trim());
    const parts = pieces.map((piece) => PART.exec(piece)?.[1]);
    const isWhole = parts.length >= 2 && parts.every((part) => part !== undefined);
    return isWhole && !NOT_ALL.test(inner)
      ? [{ total: Number(total), parts: parts.map(Number), quoted }]
      : [];
  });

const ofBreakdown = (total: number, sum: number, quoted: string): Finding => {
  const [printed, added, off] = [String(total), String(sum), String(Math.abs(total - sum))];
  const words = quoted.length > 60 ? `${quoted.slice(0, 60)}…` : quoted;
  return finding({
    check: 'C4',
    severity: 'WARNING',
    message: {
      ZH: `正文“${words}”：各部分合计 ${added}，总数 ${printed}，相差 ${off}。`,
      EN: `The text “${words}”: its parts add up to ${added}, the number is ${printed}; difference ${off}.`,
    },
    ...{ left: added, right: printed, difference: String(sum - total) },
  });
};

const assess = (form: FilledForm): Outcome => {
  if (form.scope === null || form.scope === 'ORGAN') return null;
  const told = form.sections.flatMap(({ text }) => breakdownsOf(text));
  if (told.length === 0) return null;
  const findings = told.flatMap(({ total, parts, quoted }) => {
    const sum = parts.reduce((all, part) => all + part, 0);
    return sum === total ? [] : [ofBreakdown(total, sum, quoted)];
  });
  return findings.length > 0 ? { status: 'FAIL', findings } : { status: 'PASS' };
};

const facts = { scope: 'REGION_CONSOLIDATED' as const };
const told = (n: number) => ({
  1: `全市收到申请${String(n)}件（市政府40、市各有关部门30、甲县25）。`,
});

export const c4 = ruleOf(
  {
    code: 'C4',
    severity: 'WARNING',
    title: { ZH: '正文分项之和等于总数', EN: 'Parts told in the text add up' },
    formula: {
      ZH: '汇总报告正文按地区、单位分列的各数之和 = 所列总数',
      EN: 'the numbers that the text gives for places and organs add up to the number they part',
    },
    basis: '有报告正文将全市总数分列到市本级和各县区',
  },
  {
    passes: { report: { facts, sections: told(95) } },
    fails: { report: { facts, sections: told(97) } },
  },
  assess,
);
