import { numberInWords } from '../tables/number-words.js';

/** A number in prose that may count something. */
export interface PrintedNumber {
  kind: 'number';
  /** Exact decimal. */
  value: string;
  /** 件, 万元, 条次, 个工作日 …; empty where nothing follows. */
  unit: string;
  length: number;
}

export interface PrintedPercentage {
  kind: 'percentage';
  value: string;
  length: number;
}

/** Digits that count nothing: dates, document numbers, articles, telephone numbers, addresses, enumeration. */
export interface NoNumber {
  kind: 'nothing';
  /** The year, where it is one. */
  year: number | null;
  length: number;
}

const DIGITS = String.raw`(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const UNITS =
  '件次|条次|宗次|篇次|人次|场次|件|宗|起|条|项|份|例|次|封|篇|则|期|个|人|部|桩|单|批|户|笔|元|家|场|册|本|幅|辆|名|位|字|页|台|类|种|天|日|周|月|小时|分钟|年|倍|工作日';

const NOTHING: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)[\w./?=&%:#-]+|[\w.-]+@[\w.-]+\w/y,
  /[〔[(﹝]\s?(?:19|20)\d{2}\s?[〕\])﹞]\s?(?:第)?\d*号?/y,
  /第[\d一二三四五六七八九十百千]+(?:[号条款项届次批期章部个]|季度|方|-\d+)?/y,
  /(?:19|20)\d{2}(?:\/|-|\.)\d{1,2}(?:(?:\/|-|\.)\d{1,2})?(?!\d)/y,
  /0\d{2,3}-{1,2}\d{6,8}|1[3-9]\d{9}(?!\d)|\d{3,4}-\d{6,8}/y,
  /\d+(?:年(?:度)?)?\d*月\d*日?(?![宗件起份])/y,
  /(?:近|过去|连续|前|后|每)\d+年/y,
  /\d+(?:号|%?个百分点|×\d+|届|级|市场监管|岁)/y,
  /12345|12348|12315|12388|12333|12328(?!\d*[件条])/y,
  /[\d一二三四五六七八九十]+(?:\.\d+)?(?:个)?(?:工作日|自然日|小时|分钟|天|秒|个月|周)/y,
  /[一二三四五六七八九十]+是/y,
  /(?<=^|[\n。;])\d{1,2}[.、)](?!\d)/y,
  /[一二三四五六七八九十]{1,2}(?=、|\.|\))/y,
  /一(?:事一|件事|网|张网|站式|体化|律|并|次性|直|般|定|致|方面|经|旦|批|步|时|线|图|键|揽|季度)/y,
];

const YEAR = /((?:19|20)\d{2})(?:年度?|(?=度))/y;
const PERCENTAGE = /(\d+(?:\.\d+)?)%(?!个?点)/y;
const NUMBER = new RegExp(`(${DIGITS})(?:余|多)?([十百千万亿]{0,2})(?:余|多)?(${UNITS})?`, 'y');
const WORDS = new RegExp(
  '([零〇一二两三四五六七八九十百千万]{1,8})(?:余|多)?' +
    '(件次|条次|人次|件(?!事)|宗|起|条|份|例|项(?!重|工|目|机|制|措|任|任)|次(?!性)|封|个(?=案件|申请))',
  'y',
);
const CAN_BEGIN = /[\w〔[(﹝第近零〇一二两三四五六七八九十百千过连前后每]/;
const SCALES: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
};

/** What digits or number words begin at a place of plain text; null where none do. */
export function numberAt(
  text: string,
  at: number,
): PrintedNumber | PrintedPercentage | NoNumber | null {
  const first = text.charAt(at);
  if (!CAN_BEGIN.test(first)) return null;
  const year = match(YEAR, text, at);
  const nothing = NOTHING.map((pattern) => match(pattern, text, at)).find((m) => m !== null);
  if (nothing) return { kind: 'nothing', year: null, length: nothing[0].length };
  if (year) return { kind: 'nothing', year: Number(year[1]), length: year[0].length };
  const percentage = match(PERCENTAGE, text, at);
  if (percentage) {
    return { kind: 'percentage', value: percentage[1] ?? '', length: percentage[0].length };
  }
  return inDigits(text, at) ?? inWords(text, at);
}

function inDigits(text: string, at: number): PrintedNumber | NoNumber | null {
  const found = match(NUMBER, text, at);
  if (!found) return null;
  const [whole, digits = '', scale = '', unit = ''] = found;
  const length = whole.length;
  // Parts of a range, of a serial number or of a word of Latin letters count nothing.
  const after = text.charAt(at + length);
  if (/[-~–—至]\d/.test(text.slice(at + length, at + length + 2)) || /[A-Za-z〕_]/.test(after)) {
    return { kind: 'nothing', year: null, length };
  }
  const power = scale === '' ? 0 : SCALES[scale];
  const exact = /^[+-]?\d+(\.\d+)?$/.exec(digits.replace(/[, ]/g, ''));
  if (power === undefined || !exact) return { kind: 'nothing', year: null, length };
  if (/^[万亿]$/.test(scale) && text.startsWith('元', at + length - unit.length)) {
    return { kind: 'number', value: exact[0], unit: `${scale}元`, length };
  }
  return { kind: 'number', value: shifted(exact[0], power), unit, length };
}

function inWords(text: string, at: number): PrintedNumber | null {
  const found = match(WORDS, text, at);
  const value = found ? numberInWords(found[1] ?? '') : null;
  if (!found || value === null) return null;
  return { kind: 'number', value: String(value), unit: found[2] ?? '', length: found[0].length };
}

/** The decimal with its point moved right, without needless zeros. */
export function shifted(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole + fraction.padEnd(Math.max(places, 0), '0');
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits;
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
