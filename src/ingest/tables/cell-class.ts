import { memo } from './memo.js';
import { readValue } from './value.js';
import { visible } from './plain-text.js';

/**
 * What a printed text looks like before anything is known of its place.
 * WORDS: a number in Chinese words, which may as well be a piece of a label. ASIDE: a page mark.
 */
export type CellClass = 'BLANK' | 'VALUE' | 'WORDS' | 'TEXT' | 'PROSE' | 'ASIDE';

const LONGEST_TEXT = 200;
const PAGE_MARK =
  /^(?:[—–―─-]+\s{0,3}\d{1,4}\s{0,3}[—–―─-]+|第\s{0,3}\d{1,4}\s{0,3}页(?:[\s,，/]{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?|\d{1,3}\s?\/\s?(?:共\s?\d{1,3}\s?页?|\d{1,3}\s?页)|page\s\d{1,4}(?:\sof\s\d{1,4})?)$/i;
/** Digits with signs, separators, letters taken for digits: meant as a number, whatever it is. */
const NUMBERLIKE = /^[+\-−–—―]?\s?[\dOolI|²³¹][\dOolI|²³¹.,，'’\s/+\-]{0,30}$/;
/** Signs that stand in the place of a number whoever wrote them did not have; no label is made of them. */
const SIGNS = /^[&#@?¥￥$%、~^…×!]{1,4}$/;
const CHANGE_WORD = /^(?:新增|增加?|减少?)\s?[\d０-９]{0,9}$/;
const DATE = /^\d{2,4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|^\d{1,2}:\d{2}/;

const remembered = memo(classOf);

/** Class of a printed text. */
export function classify(raw: string): CellClass {
  if (raw.length > LONGEST_TEXT) return visible(raw).trim() === '' ? 'BLANK' : 'PROSE';
  return remembered(raw);
}

function classOf(raw: string): CellClass {
  const text = visible(raw).trim();
  if (text === '') return 'BLANK';
  if (PAGE_MARK.test(text)) return 'ASIDE';
  const wide = text.normalize('NFKC');
  if (DATE.test(wide) || /^\(?\d{1,2}[.、)]$/.test(wide)) return 'TEXT';
  const count = readValue(raw, 'COUNT');
  if (count.doubt === 'IN_WORDS' && !/^[\u2460-\u24ea]$/.test(text)) {
    return /^[零〇○]$/.test(text) ? 'VALUE' : 'WORDS';
  }
  if (count.status !== 'UNREADABLE') return 'VALUE';
  if (readValue(raw, 'AMOUNT_YUAN').status === 'READ') return 'VALUE';
  if (NUMBERLIKE.test(text) || NUMBERLIKE.test(wide) || CHANGE_WORD.test(wide)) return 'VALUE';
  if (SIGNS.test(text) || SIGNS.test(wide)) return 'VALUE';
  if (/^[一二三四五六七八九十]$/.test(text)) return 'WORDS';
  return text.length > 80 || /[。！？]/.test(text) ? 'PROSE' : 'TEXT';
}
