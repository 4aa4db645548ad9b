import type { Words } from './zh';

const NONE = '—';

/** A count or exact decimal as people read it; a value that is not stated is a dash, never a zero. */
export function count(value: number | string | null | undefined, words: Words): string {
  if (value === null || value === undefined) return NONE;
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, words.language === 'ZH' ? '\u2009' : ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const percent = (value: number | null | undefined): string =>
  value === null || value === undefined ? NONE : `${(value * 100).toFixed(1)}%`;

/** +12, −3: a difference with its sign. */
export function difference(now: number | null, before: number | null, words: Words): string {
  if (now === null || before === null) return NONE;
  const change = now - before;
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  return `${sign}${count(Math.abs(change), words)}`;
}

export const day = (time: string): string => time.slice(0, 10);
