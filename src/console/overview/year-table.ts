import { cellLabel } from '../../format/cell-label.js';
import { cellsOf, type CellAddress } from '../../format/form.js';
import { blocksOf } from '../../format/forms.js';
import type { PlainTable } from '../state/table-text';
import type { Words } from '../words/zh';
import { cellOf, type YearTotal } from './total';

/** The cells of the newest edition, in printed order. */
export const everyCell = (): CellAddress[] =>
  (['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'] as const).flatMap((table) =>
    blocksOf('E2021', table).flatMap((block) => [...cellsOf(block)]),
  );

/** Every cell of the three tables with last year's, one a line. */
export function yearTable(now: YearTotal, before: YearTotal | undefined, words: Words): PlainTable {
  return {
    head: [words.cell, words.thisYear, words.lastYear],
    rows: everyCell().map((address) => [
      cellLabel(address, words.language),
      cellOf(now, address),
      before ? cellOf(before, address) : null,
    ]),
  };
}
