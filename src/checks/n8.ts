import { placeOf } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { cellsOfForm, requestCell, requestCount } from './figures.js';
import { finding } from './finding.js';
import { sentencesOf } from './sentences.js';

/** N8: where the prose says that all requests were dealt with, none is carried on. */

const CELL = requestCell('carriedOut');
const OF_REQUESTS = /信息公开(?:的)?申请|依申请公开|申请(?:件|书|事项)?均|所有申请/;
const ALL_DONE =
  /(?:均|全部|所有申请[^，。；,;]{0,4})已?[^，。；,;]{0,14}(?:办结|办毕|办理完成|办理完毕|完结)/;
/** 答复 of all that were received says the same, 答复12件，均在期限内 does not. */
const ALL_ANSWERED = /(?:均|全部|都)[^，。；,;]{0,14}(?:答复|回复)/;
/** The sentence itself says that some are not done. */
const EXCEPT = /结转(?!.{0,4}上)|尚未|未办结|顺延|其余|继续办理|正在办理|除/;

const saysAllDone = (form: FilledForm): string | undefined =>
  sentencesOf(form).find((sentence) => {
    if (!OF_REQUESTS.test(sentence) || EXCEPT.test(sentence)) return false;
    if (ALL_DONE.test(sentence)) return true;
    const own = form.statements.filter((s) => s.sentence.replace(/\s/g, '') === sentence);
    const has = (metric: string): boolean => own.some((s) => s.metric === metric);
    return ALL_ANSWERED.test(sentence) && has('REQUESTS_RECEIVED') && has('REQUESTS_COMPLETED');
  });

const assess = (form: FilledForm): Outcome => {
  const sentence = saysAllDone(form);
  if (sentence === undefined) return null;
  const carriedOut = requestCount(cellsOfForm(form), 'carriedOut');
  const place = placeOf(CELL);
  if (carriedOut === null) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: `“${place.ZH}”没有数字。`, EN: `No figure for "${place.EN}".` },
    };
  }
  if (carriedOut === 0) return { status: 'PASS' };
  const count = String(carriedOut);
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'N8',
        severity: 'WARNING',
        message: {
          ZH: `正文“${sentence}”称申请均已办结；${place.ZH} ${count}。`,
          EN: `The text says "${sentence}", that is, that all requests were completed; ${place.EN} ${count}.`,
        },
        left: '0',
        right: count,
        difference: String(-carriedOut),
        cells: [CELL],
      }),
    ],
  };
};

const CELLS = Object.fromEntries(
  ['received', 'carriedOut'].flatMap((row) =>
    ['naturalPerson', 'total'].map((column) => [`REQUESTS/${row}/${column}`, '1']),
  ),
);
const sections = { 1: '全年收到政府信息公开申请36件，所有申请均已按要求办理完成。' };

export const n8 = ruleOf(
  {
    code: 'N8',
    severity: 'WARNING',
    title: {
      ZH: '正文称均已办结的，没有结转下年度',
      EN: 'Where the text says that all requests are done, none is carried out',
    },
    formula: {
      ZH: '正文“均已办结”时，表三第四项 = 0',
      EN: 'where the text says "all completed", item 4 of table 3 is 0',
    },
    basis: '正文与表格为同一事实',
  },
  {
    passes: { report: { sections } },
    fails: { report: { sections, cells: CELLS } },
  },
  assess,
);
