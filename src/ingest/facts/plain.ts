import { toSimplified } from '../../format/traditional.js';
import type { Page } from '../page.js';

/** A line of the document, in reading order; the cells of tables are lines too. */
export interface Line {
  /** As printed. */
  text: string;
  /** For matching: simplified, without white space, digits of half width. */
  plain: string;
  /** Index into the page's blocks. */
  block: number;
  headingLevel: number | null;
  inGrid: boolean;
}

const INVISIBLE =
  /[\s\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufe00-\ufe0f\ufeff]+/g;
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/** How converters of copied pages mark a character's sound: 統(tǒng)計(jì). */
const PINYIN =
  /(?<=[\p{Script=Han})])\([a-zü\u00e0-\u00fc\u0101-\u01dc]{1,7}(?:\([a-z]{1,7}\))?\)/gu;
/** Characters that only text in traditional characters has; 乾县 and the like stay as they are. */
const TRADITIONAL = /[開報總數務關縣辦發會區國漢軍資護環設業農產醫體衛財稅監應鄉鎮電計統]/;

/** Text for matching: simplified characters, no white space or invisible characters, digits and letters of half width. */
export function plainText(text: string): string {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(PINYIN, '')
    .replace(WIDE, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return TRADITIONAL.test(plain) ? toSimplified(plain) : plain;
}

/** A cell that holds a count at most; it tells no fact. */
const FIGURE = /^[\d\s.,/—-]{0,7}$/;

/** What a copy makes of an indent that it could not encode. */
const LOST_INDENT = /^(?:\?{2,}|\ufffd+)/;

/** Every paragraph, and every cell that is no mere figure, as lines. */
export function linesOf(page: Page): Line[] {
  const lines: Line[] = [];
  page.blocks.forEach((block, index) => {
    const add = (text: string, headingLevel: number | null, inGrid: boolean): void => {
      if (inGrid && FIGURE.test(text)) return;
      const plain = plainText(text).replace(LOST_INDENT, '');
      if (plain) lines.push({ text, plain, block: index, headingLevel, inGrid });
    };
    if (block.kind === 'grid') for (const cell of block.cells) add(cell.text, null, true);
    else for (const part of block.text.split('\n')) add(part, block.headingLevel, false);
  });
  return lines;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 二〇二一年 → 2021年, 二○二四 → 2024; other text is left alone. */
export const arabicYears = (plain: string): string =>
  plain.replace(/二[〇○零OＯ0][一二三四五六七八九〇○零]{2}(?=年)/g, (year) =>
    Array.from(year, (c) => String(Math.max(0, CHINESE_DIGITS.indexOf(c)))).join(''),
  );

/** 二〇二四年一月二十五日 → 2024年1月25日. */
export const arabicDates = (plain: string): string =>
  arabicYears(plain).replace(/[一二三四五六七八九十]{1,3}(?=[月日])/g, (number) => {
    const [tens = '', ones = ''] = number.includes('十') ? number.split('十') : ['-', number];
    const digit = (text: string): number => Math.max(0, CHINESE_DIGITS.indexOf(text));
    return String(
      tens === '-' ? digit(ones) : (tens === '' ? 10 : digit(tens) * 10) + (ones ? digit(ones) : 0),
    );
  });
