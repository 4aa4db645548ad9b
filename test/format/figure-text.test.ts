import { describe, expect, it } from 'vitest';
import { personalDataOf, shownFigure } from '../../src/format/figure-text.js';

const cell = (raw: string | null, value: string | null) => ({ raw, value });

describe('the text of a cell', () => {
  it('is masked where it is more than the figure that was read', () => {
    expect(shownFigure(cell('见13812341234', null)).raw).toBe('见138****1234');
    expect(shownFigure(cell('3（13812341234）', '3')).raw).toBe('3（138****1234）');
    expect(personalDataOf(cell('3（13812341234）', '3'))).toHaveLength(1);
  });

  it('stays as printed where an amount looks like a telephone number', () => {
    for (const raw of ['13812341234', '13,812,341,234', ' １３８１２３４１２３４']) {
      expect(shownFigure(cell(raw, '13812341234')).raw).toBe(raw);
      expect(personalDataOf(cell(raw, '13812341234'))).toEqual([]);
    }
  });

  it('may be missing', () => {
    expect(shownFigure(cell(null, null)).raw).toBeNull();
    expect(personalDataOf(cell(null, null))).toEqual([]);
  });
});
