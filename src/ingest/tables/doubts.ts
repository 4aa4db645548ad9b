import { cellLabel } from '../../format/cell-label.js';
import type { CellAddress } from '../../format/form.js';
import { readerRules } from '../../format/reader-rules.js';
import type { ReaderRuleName } from '../../format/reader-rules.js';
import type { Finding } from '../../format/report.js';
import type { ValueCell } from './items.js';

/** A finding of the reader about some cells, with what it saw there. */
export function doubt(
  name: ReaderRuleName,
  cells: readonly CellAddress[],
  seen: { ZH: string; EN: string },
): Finding {
  const rule = readerRules[name];
  const places = { ZH: placesOf(cells, 'ZH'), EN: placesOf(cells, 'EN') };
  return {
    check: rule.code,
    severity: rule.severity,
    message: {
      ZH: `${places.ZH}${places.ZH ? '：' : ''}${rule.title.ZH}，${seen.ZH}。`,
      EN: `${places.EN}${places.EN ? ': ' : ''}${rule.title.EN}: ${seen.EN}.`,
    },
    left: null,
    right: null,
    difference: null,
    breaks: [],
    cells: cells.map(({ table, row, column }) => ({ table, row, column })),
    repair: [],
    fault: 'READING',
    cause: null,
  };
}

/** Names the first cells, and how many more there are. */
function placesOf(cells: readonly CellAddress[], language: 'ZH' | 'EN'): string {
  const named = cells.slice(0, 3).map((c) => cellLabel(c, language));
  const more = cells.length - named.length;
  if (language === 'ZH') return named.join('、') + (more > 0 ? `等 ${cells.length} 格` : '');
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The printed text in quotes, shortened. */
export const quoted = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return `“${flat.length > 40 ? `${flat.slice(0, 40)}…` : flat}”`;
};

/** What a row prints, for the sentence of a finding. */
export function seenIn(printed: readonly ValueCell[]): { ZH: string; EN: string } {
  const numbers = quoted(printed.map((c) => c.text).join(' '));
  return { ZH: `该行印有 ${numbers}`, EN: `the row prints ${numbers}` };
}
