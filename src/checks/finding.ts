import type { Finding } from '../format/report.js';
import type { Bilingual } from './definition.js';

type Required = Pick<Finding, 'check' | 'severity' | 'message'>;

/** A finding of which only the parts that it has need to be named. */
export const finding = (parts: Required & Partial<Finding>): Finding => ({
  left: null,
  right: null,
  difference: null,
  breaks: [],
  cells: [],
  repair: [],
  fault: null,
  cause: null,
  ...parts,
});

/** Both languages from one function of the language. */
export const inBoth = (word: (language: 'ZH' | 'EN') => string): Bilingual => ({
  ZH: word('ZH'),
  EN: word('EN'),
});

/** a、b、c in Chinese, "a, b, c" in English; beyond `most` only their number is said. */
export const listed = (items: readonly Bilingual[], most = 6): Bilingual => {
  const rest = items.length - most;
  const shown = items.slice(0, most);
  return {
    ZH: shown.map((i) => i.ZH).join('、') + (rest > 0 ? `等 ${String(items.length)} 处` : ''),
    EN: shown.map((i) => i.EN).join(', ') + (rest > 0 ? ` and ${String(rest)} more` : ''),
  };
};
