import type { PageHints } from '../page.js';
import type { Line } from './plain.js';

/** GB 32100-2015: no I, O, Z, S, V. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE = /(?<![0-9A-Z])[1-9A-GY][1-9A-GY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g;
/** What may hold a code. */
const LONG = /[0-9A-Za-z]{18}/;
/** GB 11714: letters count on from ten. */
const ORGANISATION = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** True where both check digits hold: that of the organisation code (17th) and that of the whole (18th). */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const char of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17] && isOrganisationCode(code.slice(8, 17));
}

function isOrganisationCode(code: string): boolean {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((s, w, i) => s + w * ORGANISATION.indexOf(code[i] ?? '0'), 0);
  const check = 11 - (sum % 11);
  return code[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

/**
 * The organ's 统一社会信用代码: one so named, else that of an index number (索引号 11370112MB2803691Q/2024-…), else the only
 * one of the page; null where there is none or several compete.
 */
export function creditCodeOf(lines: readonly Line[], hints: PageHints): string | null {
  const ranked = new Map<string, number>();
  const look = (text: string, before: string): void => {
    for (const [code] of text.matchAll(CODE)) {
      if (!isCreditCode(code)) continue;
      const context = before + text;
      const rank = context.includes('信用代码') ? 3 : /索引号|\/\d{4}-/.test(context) ? 2 : 1;
      ranked.set(code, Math.max(rank, ranked.get(code) ?? 0));
    }
  };
  let before = '';
  for (const { plain } of lines) {
    if (LONG.test(plain)) look(plain.toUpperCase(), before);
    before = plain.slice(-20);
  }
  for (const [name, value] of Object.entries(hints.meta)) look(value.toUpperCase(), name);
  const best = Math.max(0, ...ranked.values());
  const codes = [...ranked].filter(([, rank]) => rank === best).map(([code]) => code);
  return codes.length === 1 ? (codes[0] ?? null) : null;
}
