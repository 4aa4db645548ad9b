import type { ValueKind } from '../../format/form.js';
import { absentCell } from '../../format/printed-marks.js';
import type { CellStatus } from '../../format/report.js';
import { shiftDecimal, tidyDecimal } from './decimal.js';
import { memo } from './memo.js';
import { numberInWords } from './number-words.js';
import { isTurned, visible } from './plain-text.js';

/** Units of money, as powers of ten of 元. */
export type MoneyUnit = 'YUAN' | 'WAN' | 'YI';
const POWER: Readonly<Record<MoneyUnit, number>> = { YUAN: 0, WAN: 4, YI: 8 };

/** Why a cell's number is not beyond doubt. */
export type Doubt =
  | 'NOT_A_NUMBER'
  | 'FRACTION'
  | 'TOO_LARGE'
  | 'TURNED'
  | 'IN_WORDS'
  | 'LETTER_FOR_DIGIT'
  | 'THREE_DECIMALS'
  | 'UNIT_UNSTATED'
  | 'UNIT_DIFFERS'
  | 'LONG_DASH_BEFORE';

export interface ValueReading {
  status: Extract<CellStatus, 'READ' | 'BLANK' | 'MARK' | 'UNREADABLE'>;
  /** Exact decimal; null unless status is READ. */
  value: string | null;
  doubt: Doubt | null;
}

const MARK =
  /^[-‐‑‒–—―−─━ー_~/\\*×·….]{1,8}$|^(?:无|無|空|空白|暂无|没有|无此项|不涉及|不适用|n\/?a|nil|none)[。.]?$/i;
/** Raised, lowered, circled and fractional digits turn into plain ones under NFKC: 3² must not become 32. */
const RAISED =
  /[\u00b2\u00b3\u00b9\u2070-\u208e\u00bc-\u00be\u2150-\u215f\u2189\u2460-\u24ff\u2776-\u2793]/;
const CIRCLED = /^[\u2460-\u2473\u24ea]$/;
const COUNTER =
  '(?:件次|人次|条次|份次|项次|件|宗|起|条|项|份|例|次|封|个|部|篇|家|人|户|笔|张|批|类|处|则|期)?';
const DIGITS = String.raw`(?:\d{1,3}(?:(?<mark>[, '’])\d{3})(?:\k<mark>\d{3})*|\d+)(?:\.\d+)?`;
const PLAIN = new RegExp(`^(?<sign>[+\\-−–]?)\\s?(?<digits>${DIGITS})\\s?${COUNTER}$`);
const MONEY = new RegExp(
  `^(?:人民币|rmb|cny|[¥￥])?\\s?(?<sign>[+\\-−–]?)\\s?(?<digits>${DIGITS})\\s?(?<unit>亿元|万元|元|亿|万|圆)?(?:人民币|整)?$`,
  'i',
);
const NOTE =
  /^(.*?\d.*?)\s*\([^()]*[^\d()\s.,][^()]*\)$|^(\d[\d,. ]*\p{L}{0,2}?)[,;:]?\s?(?:其中|包括|包含|含|注).{1,200}$/u;
const CHANGED = /^(?:(新增|增加|增长|上升|增)|(减少|下降|降低|减))(.*)$/u;

const read = (value: string, doubt: Doubt | null = null): ValueReading => ({
  status: 'READ',
  value: tidyDecimal(value),
  doubt,
});
const unreadable = (doubt: Doubt): ValueReading => ({ status: 'UNREADABLE', value: null, doubt });
const BLANK: ValueReading = { status: 'BLANK', value: null, doubt: null };
const MARKED: ValueReading = { status: 'MARK', value: null, doubt: null };

type Reader = (raw: string) => ValueReading;
const readers = new Map<string, Reader>();

/**
 * Reads a number cell.
 * @param unit unit of money that the column's head prints, for amounts
 */
export function readValue(
  raw: string,
  kind: ValueKind,
  unit: MoneyUnit | null = null,
): ValueReading {
  const key = unit === null ? kind : `${kind}/${unit}`;
  let reader = readers.get(key);
  if (!reader) readers.set(key, (reader = memo((text) => readText(text, kind, unit))));
  return reader(raw);
}

function readText(raw: string, kind: ValueKind, unit: MoneyUnit | null): ValueReading {
  const shown = visible(raw).replace(/\s+/g, ' ').trim();
  if (shown === '') return BLANK;
  if (isTurned(raw) && /\d.*\d/s.test(shown)) return unreadable('TURNED');
  if (CIRCLED.test(shown)) return read(shown.normalize('NFKC'), 'IN_WORDS');
  if (RAISED.test(shown)) return unreadable('NOT_A_NUMBER');
  const text = shown.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (MARK.test(text) || text === absentCell) return MARKED;
  return (
    readNumber(text, kind, unit) ?? readOddNumber(text, kind, unit) ?? unreadable('NOT_A_NUMBER')
  );
}

function readNumber(text: string, kind: ValueKind, unit: MoneyUnit | null): ValueReading | null {
  if (kind === 'CHANGE') return readChange(text);
  return kind === 'COUNT' ? readCount(text) : readAmount(text, kind, unit);
}

function readCount(text: string): ValueReading | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const number = signed(match);
  const fraction = number.split('.')[1] ?? '';
  if (/[1-9]/.test(fraction)) return unreadable('FRACTION');
  const whole = tidyDecimal(number);
  if (BigInt(whole) > MAX_COUNT || BigInt(whole) < -MAX_COUNT) return unreadable('TOO_LARGE');
  return read(whole, fraction.length === 3 ? 'THREE_DECIMALS' : null);
}
/** The matched number with its sign and without marks between thousands. */
function signed({ groups }: RegExpExecArray): string {
  const digits = (groups?.['digits'] ?? '').replace(/[, '’]/g, '');
  return /^[-−–]/.test(groups?.['sign'] ?? '') ? `-${digits}` : digits;
}
const MAX_COUNT = BigInt(Number.MAX_SAFE_INTEGER);

/** −11, +1, 减4, 增98, 0/0 (added / dropped); 增 alone states no number. */
function readChange(text: string): ValueReading | null {
  if (/^0\s?\/\s?0$/.test(text)) return read('0');
  if (/^(?:持平|无变化|不变)$/.test(text)) return read('0', 'IN_WORDS');
  const words = CHANGED.exec(text);
  if (!words) return readCount(text);
  const amount = readCount((words[3] ?? '').replace(/^[:了为]/, '').trim());
  if (amount?.status !== 'READ' || amount.value === null) return null;
  if (amount.value.startsWith('-')) return null;
  return words[2] ? { ...amount, value: tidyDecimal(`-${amount.value}`) } : amount;
}

function readAmount(
  text: string,
  kind: 'AMOUNT_WAN' | 'AMOUNT_YUAN',
  unit: MoneyUnit | null,
): ValueReading | null {
  const match = MONEY.exec(text);
  if (!match) return null;
  const number = signed(match);
  if ((number.split('.')[0] ?? '').length > 16) return unreadable('TOO_LARGE');
  const own = unitOf(match.groups?.['unit']);
  const due = kind === 'AMOUNT_WAN' ? 'WAN' : 'YUAN';
  const value = shiftDecimal(number, POWER[own ?? unit ?? due] - POWER[due]);
  if (own !== null) return read(value, unit !== null && unit !== own ? 'UNIT_DIFFERS' : null);
  const unsaid = unit === null && kind === 'AMOUNT_YUAN' && value !== '0';
  return read(value, unsaid ? 'UNIT_UNSTATED' : null);
}

/** Unit of money that a text ends with or names in brackets. */
export function unitOf(text: string | undefined): MoneyUnit | null {
  if (text === undefined || text === '') return null;
  if (text.includes('亿')) return 'YI';
  return text.includes('万') ? 'WAN' : 'YUAN';
}

/** Numbers with notes, in words, with letters for digits, behind a long dash. */
function readOddNumber(text: string, kind: ValueKind, unit: MoneyUnit | null): ValueReading | null {
  const note = NOTE.exec(text);
  const noted = note && readNumber((note[1] ?? note[2] ?? '').replace(/[,;\s]+$/, ''), kind, unit);
  if (noted) return noted;
  const words = numberInWords(text.replace(/[件条项份个次起宗]$/, ''));
  if (words !== null)
    return text === '一' ? unreadable('NOT_A_NUMBER') : read(String(words), 'IN_WORDS');
  if (/^[0-9]*[Oo]+[0-9Oo]*$/.test(text)) {
    const letters = readNumber(text.replace(/[Oo]/g, '0'), kind, unit);
    return letters && { ...letters, doubt: 'LETTER_FOR_DIGIT' };
  }
  const dashed = /^[—―─]\s?(\d+)$/.exec(text);
  if (dashed) return read(`-${dashed[1] ?? ''}`, 'LONG_DASH_BEFORE');
  return null;
}
