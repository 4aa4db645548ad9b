import { findPersonalData } from '../format/personal-data.js';
import type { Page } from './page.js';

/** A number as tables print it: what is read from it is a figure. */
const FIGURE = /^[\d０-９.,，\s]+$/;

/**
 * How many personal data a document holds anywhere: in its sections, its tables, before and behind them.
 * @param usedBlocks indexes of blocks that are tables of the form
 */
export function personalDataIn(page: Page, usedBlocks: ReadonlySet<number>): number {
  let count = 0;
  for (const [i, block] of page.blocks.entries()) {
    const texts = block.kind === 'grid' ? block.cells.map((cell) => cell.text) : [block.text];
    for (const text of texts) {
      if (!(usedBlocks.has(i) && FIGURE.test(text))) count += findPersonalData(text).length;
    }
  }
  return count;
}
