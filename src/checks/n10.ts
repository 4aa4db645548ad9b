import type { FilledForm, Finding } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { cellsOfForm, requestCount } from './figures.js';
import { finding } from './finding.js';
import { sentencesOf } from './sentences.js';
import { noPreviousYear } from './years.js';

/** N10: percentages in the prose follow from the figures beside them, to 0.1 or as far as they are printed. */

interface Share {
  sentence: string;
  count: number;
  percent: string;
}

/** 予以公开258件，占33.9% and 258件（33.9%）. */
const SHARE =
  /(\d[\d,]*)[件宗起条项份例](?:（|\(|，|,|、)占?(?:比|总数的|总量的|[^，。；,;（(\d]{0,12}的)?(\d+(?:\.\d+)?)%/g;
const OF_REQUESTS = /申请|公开|提供|处理|自然人|法人|网络|信函/;

const sharesOf = (form: FilledForm): Share[] =>
  sentencesOf(form)
    .filter((sentence) => OF_REQUESTS.test(sentence))
    .flatMap((sentence) =>
      [...sentence.matchAll(SHARE)].map(([, count = '', percent = '']) => ({
        sentence,
        count: Number(count.replace(/,/g, '')),
        percent,
      })),
    );

/** Half of the last printed place, and 0.1 at least. */
const tolerance = (percent: string): number =>
  Math.max(0.1, 0.5 * 10 ** -(percent.split('.')[1]?.length ?? 0)) + 1e-9;

const agrees = (percent: string, exact: number): boolean =>
  Math.abs(Number(percent) - exact) <= tolerance(percent);

/** What a share may be of: any figure of requests that text or table states, or the figures of the sentence together. */
const wholesFor = (share: Share, shares: readonly Share[], form: FilledForm): number[] => {
  const cells = cellsOfForm(form);
  const flow = ['received', 'carriedIn', 'completed'].map((row) => requestCount(cells, row) ?? 0);
  const [received = 0, carriedIn = 0] = flow;
  const told = form.statements
    .filter((s) => /^(?:REQUESTS|RECONSIDERATION|LITIGATION|APPEALS|PROACTIVE)_/.test(s.metric))
    .map((s) => Number(s.value));
  const sum = shares
    .filter((s) => s.sentence === share.sentence)
    .reduce((all, s) => all + s.count, 0);
  return [...told, ...flow, received + carriedIn, sum].filter((n) => n > 0 && n >= share.count);
};

const wrongShare = (share: Share, shares: readonly Share[], form: FilledForm): Finding[] => {
  const wholes = wholesFor(share, shares, form);
  const [whole] = wholes;
  if (whole === undefined || wholes.some((n) => agrees(share.percent, (100 * share.count) / n))) {
    return [];
  }
  const exact = ((100 * share.count) / whole).toFixed(1);
  return [wrong(share.sentence, share.percent, exact, `${share.count} / ${whole}`)];
};

const wrong = (sentence: string, printed: string, exact: string, formula: string): Finding =>
  finding({
    check: 'N10',
    severity: 'INFO',
    message: {
      ZH: `正文“${sentence}”：写作 ${printed}%，按 ${formula} 为 ${exact}%。`,
      EN: `The text says "${sentence}": printed ${printed} %, while ${formula} is ${exact} %.`,
    },
    left: printed,
    right: exact,
    difference: (Number(printed) - Number(exact)).toFixed(1),
  });

/** Growth against the year before, as the text or last year's report has it. Undefined where it cannot be recomputed. */
const wrongGrowth = (form: FilledForm, context: CheckContext): Finding[] | undefined => {
  const growth = form.statements.find((s) => s.metric === 'GROWTH_PCT');
  if (!growth) return undefined;
  const of = (metric: string): number[] =>
    form.statements.filter((s) => s.metric === metric).map((s) => Number(s.value));
  const cells = cellsOfForm(form);
  const now = [
    ...of('REQUESTS_RECEIVED'),
    ...of('REQUESTS_HANDLED'),
    requestCount(cells, 'received'),
  ];
  const { previous } = context;
  const known = previous && !noPreviousYear(form, previous);
  const last = [
    ...of('PRIOR_YEAR_RECEIVED'),
    known ? requestCount(cellsOfForm(previous), 'received') : null,
  ];
  const pairs = now.flatMap((n) => last.flatMap((l) => (n !== null && l ? [[n, l] as const] : [])));
  const [first] = pairs;
  if (!first) return undefined;
  const percent = (n: number, l: number): number => (100 * (n - l)) / l;
  if (pairs.some(([n, l]) => agrees(growth.value, percent(n, l)))) return [];
  const [n, l] = first;
  return [wrong(growth.sentence, growth.value, percent(n, l).toFixed(1), `(${n} − ${l}) / ${l}`)];
};

const assess = (form: FilledForm, context: CheckContext): Outcome => {
  const shares = sharesOf(form);
  const growth = wrongGrowth(form, context);
  if (shares.length === 0 && growth === undefined) return null;
  const findings = [...shares.flatMap((s) => wrongShare(s, shares, form)), ...(growth ?? [])];
  return findings.length > 0 ? { status: 'FAIL', findings } : { status: 'PASS' };
};

const text = (percent: string) => ({
  1: `全年答复申请100件，其中予以公开40件，占${percent}%；不予公开60件，占60%。`,
});
const facts = {
  statements: [{ metric: 'REQUESTS_COMPLETED', value: '100', sentence: '答复申请100件' }],
};

export const n10 = ruleOf(
  {
    code: 'N10',
    severity: 'INFO',
    title: {
      ZH: '正文所述百分比与数字相符',
      EN: 'Percentages in the text follow from its figures',
    },
    formula: {
      ZH: '正文百分比 = 数字之比，每项容许 0.1',
      EN: 'a percentage in the text = the ratio of its figures, to 0.1',
    },
    basis: '算术；有报告为凑足 100% 而改动',
  },
  {
    passes: { report: { sections: text('40'), facts } },
    fails: { report: { sections: text('42.5'), facts } },
  },
  assess,
);
