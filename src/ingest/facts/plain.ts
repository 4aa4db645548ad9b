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

/** Text for matching: simplified characters, no white space or invisible characters, digits and letters of half width. */
export const plainText = (text: string): string =>
  text.replace(INVISIBLE, '').replace(WIDE, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** Every paragraph and cell of a page as lines. */
export function linesOf(page: Page): Line[] {
  const lines: Line[] = [];
  page.blocks.forEach((block, index) => {
    const add = (text: string, headingLevel: number | null, inGrid: boolean): void => {
      const plain = plainText(text);
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
