import { toSimplified } from '../../format/traditional.js';
import { memo } from './memo.js';
import { visible } from './plain-text.js';

/** A label taken apart for matching. */
export interface LabelText {
  /** Letters and digits alone, simplified, without the number in front. */
  core: string;
  /** The same without what stands in brackets. */
  bare: string;
  /** The number in front: 3 for 三、 （三） 3. ③; null where it has none. */
  ordinal: number | null;
}

/** Longest text that can still be a label with its instructions. */
const LONGEST_LABEL = 160;
const CHINESE = '零一二三四五六七八九';
const CIRCLED = /[\u2460-\u2473]/g;
/** 政(zheng)府(fu): readings in brackets that copies insert. */
const PINYIN = /\s*\([a-z\u00e0-\u01dc\u0101-\u016b\u01ce-\u01dc\s]{1,12}\)/giu;
const CHINESE_NUMBER = /^\(?([一二三四五六七八九十]{1,3})(?:\)|[、.,:])+/;
const DIGIT_NUMBER = /^\(?(\d{1,2})(?:\)|[、.,:])+/;

/** 十二 → 12; for numbers up to 99. */
export function chineseOrdinal(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (s: string | undefined, empty: number): number =>
    s === undefined || s === '' ? empty : s === '0' ? 0 : CHINESE.indexOf(s);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

/** The text in the form in which labels are compared; null where it is too long to be one. */
export const labelText: (raw: string) => LabelText | null = memo(takeApart);

function takeApart(raw: string): LabelText | null {
  if (raw.length > 4 * LONGEST_LABEL) return null;
  const compact = comparable(raw);
  if (compact.length > LONGEST_LABEL) return null;
  const number = CHINESE_NUMBER.exec(compact);
  const digits = number ? null : DIGIT_NUMBER.exec(compact);
  const matched = number ?? digits;
  const rest = matched ? compact.slice(matched[0].length) : compact;
  return {
    core: letters(rest),
    bare: letters(withoutBrackets(rest)),
    ordinal: number ? chineseOrdinal(number[1] ?? '') : digits ? Number(digits[1]) : null,
  };
}

/** Simplified, of one width, without spaces, invisible marks and inserted readings. */
export function comparable(raw: string): string {
  const numbered = raw.replace(CIRCLED, (c) => `${c.charCodeAt(0) - 0x245f}.`);
  const wide = visible(numbered).normalize('NFKC').replace(PINYIN, '');
  return toSimplified(wide.replace(/[\s*_]+/g, ''))
    .replace(/[〔【［〈﹝]/g, '(')
    .replace(/[〕】］〉﹞]/g, ')')
    .replace(/其[它她]/g, '其他');
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** 规范性文件(指…的文件) → 规范性文件; an unclosed bracket ends the text. */
const withoutBrackets = (text: string): string =>
  text.replace(/\([^()]*\)/g, '').replace(/\([^()]*$/, '');
