/**
 * Personal data in published text: identity numbers, mobile numbers, bank cards, e-mail addresses. Numbers must pass
 * their own check digits, so that document numbers, credit codes of organs, amounts and landlines are none.
 */

export type PersonalDataKind = 'IDENTITY_NUMBER' | 'MOBILE_NUMBER' | 'BANK_CARD' | 'EMAIL';

export interface PersonalDatum {
  kind: PersonalDataKind;
  /** Zero-based places in the text: from the first character to behind the last. */
  from: number;
  to: number;
  /** As printed. */
  text: string;
}

const EMAIL = /(?<![\w.+-])[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/g;
/** Digits that may stand in groups; never a part of a longer number, word, path or parameter. */
const NUMBER =
  /(?<![\dA-Za-z/_=〔]|\d[.,]|[\dA-Za-z]-)(?:\+?86[ -]?)?\d(?:[ -]?\d){9,20}[Xx]?(?![\dA-Za-z_/]|\.\d|,\d{3}(?!\d)|-\d|\.s?html?)/g;
/** What follows a count or an amount. */
const COUNTED =
  /^\s*(?:[余多]?[十百千万亿]?(?:元|件|条|人|次|篇|户|份|个|宗|起|项|美元|吨|亩|平方米)|[余多]?[万亿]|%|％)/;

/** What has to be there for any of it; most texts are told from it at a glance. */
const POSSIBLE = /[@＠]|[\d０-９](?:[ \-－]?[\d０-９]){9}/;

/** Everything personal in a text, in its order. */
export function findPersonalData(text: string): PersonalDatum[] {
  if (!POSSIBLE.test(text)) return [];
  const plain = halfWidth(text);
  const mails = matches(plain, EMAIL).map((m) => ({ kind: 'EMAIL' as const, ...m }));
  const numbers = matches(plain, NUMBER).flatMap((m) => {
    const within = mails.some((mail) => m.from < mail.to && mail.from < m.to);
    const kind =
      within || COUNTED.test(plain.slice(m.to)) ? null : kindOf(plain.slice(m.from, m.to));
    return kind === null ? [] : [{ kind, ...m }];
  });
  return [...mails, ...numbers]
    .sort((a, b) => a.from - b.from)
    .map((datum) => ({ ...datum, text: text.slice(datum.from, datum.to) }));
}

/** Characters kept at the beginning and the end. */
const KEPT: Readonly<Record<Exclude<PersonalDataKind, 'EMAIL'>, readonly [number, number]>> = {
  IDENTITY_NUMBER: [2, 3],
  MOBILE_NUMBER: [3, 4],
  BANK_CARD: [4, 4],
};

/** One datum as it may be shown: 138****1234, 35*************123, z***@163.com. */
export function maskedDatum({ kind, text }: Pick<PersonalDatum, 'kind' | 'text'>): string {
  if (kind === 'EMAIL') {
    const at = text.indexOf('@');
    return `${text.slice(0, 1)}***${text.slice(at)}`;
  }
  const country = /^\+?86[ -]?(?=\d(?:[ -]?\d){10}$)/.exec(halfWidth(text))?.[0] ?? '';
  const [head, tail] = KEPT[kind];
  const rest = text.slice(country.length);
  const digits = Array.from(rest).filter((c) => isDigit(c)).length;
  let seen = 0;
  const masked = Array.from(rest, (c) => {
    if (!isDigit(c)) return c;
    seen++;
    return seen > head && seen <= digits - tail ? '*' : c;
  });
  return country + masked.join('');
}

/** The text with everything personal masked; what is not personal stays as it is. */
export function maskPersonalData(text: string): string {
  let masked = '';
  let rest = 0;
  for (const datum of findPersonalData(text)) {
    masked += text.slice(rest, datum.from) + maskedDatum(datum);
    rest = datum.to;
  }
  return masked + text.slice(rest);
}

const isDigit = (c: string): boolean => /[\dXx０-９]/.test(c);

/** Full-width digits, letters and signs at their places. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

const matches = (text: string, pattern: RegExp): { from: number; to: number }[] =>
  [...text.matchAll(pattern)].map((m) => ({ from: m.index, to: m.index + m[0].length }));

function kindOf(printed: string): Exclude<PersonalDataKind, 'EMAIL'> | null {
  const digits = printed.replace(/[ +-]/g, '').toUpperCase();
  if (isMobile(digits))
    return isGroupedAs(printed, /^(?:\+?86[ -]?)?\d{3}[ -]?\d{4}[ -]?\d{4}$/)
      ? 'MOBILE_NUMBER'
      : null;
  if (isIdentityNumber(digits)) return 'IDENTITY_NUMBER';
  return isBankCard(digits) && isGroupedAs(printed, /^(?:\d{16,19}|(?:\d{4}[ -]){3,4}\d{1,4})$/)
    ? 'BANK_CARD'
    : null;
}

const isGroupedAs = (printed: string, groups: RegExp): boolean => groups.test(printed);

const isMobile = (digits: string): boolean => /^(?:86)?1[3-9]\d{9}$/.test(digits);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** GB 11643: six digits of a place, a date of birth, a serial number and a check character. */
function isIdentityNumber(digits: string): boolean {
  if (!/^\d{17}[\dX]$/.test(digits) || !PROVINCES.test(digits)) return false;
  const [year, month, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  if (!exists || Number(year) < 1900 || Number(year) > 2099) return false;
  const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(digits[i]), 0);
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17);
}

/** Issuers' prefixes of cards used in China: UnionPay and the large international ones. */
const ISSUERS = /^(?:62|60|65|68|69|9[0-9]|4\d|5[1-5]|35)/;

/** 16 to 19 digits with the check digit of Luhn. */
function isBankCard(digits: string): boolean {
  if (!/^\d{16,19}$/.test(digits) || !ISSUERS.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((all, c, i) => {
      const doubled = Number(c) * (i % 2 === 0 ? 1 : 2);
      return all + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}
