import { describe, expect, it } from 'vitest';

import {
  categoryOf,
  outcomeCategories,
  outcomeLabel,
  outcomeRows,
} from '../../src/format/outcomes.js';

describe('outcomes of all editions', () => {
  it('are the 21 rows of 2021 in printed order and the single （六） of 2019', () => {
    const keys = outcomeRows.map((row) => row.key);
    expect(keys).toHaveLength(22);
    expect(keys.slice(0, 3)).toEqual(['GRANTED', 'PARTIALLY_GRANTED', 'STATE_SECRET']);
    expect(keys.slice(-2)).toEqual(['OTHER_REASON', 'UNSPECIFIED_OTHER']);
  });

  it('belong to six categories, labelled as the form prints their heads', () => {
    expect([...outcomeCategories].map(([key, label]) => `${key} ${label.zh} ${label.en}`)).toEqual([
      'GRANTED （一）予以公开 (1) Granted',
      'PARTIALLY_GRANTED （二）部分公开 (2) Partially granted',
      'REFUSED （三）不予公开 (3) Refused',
      'UNABLE_TO_PROVIDE （四）无法提供 (4) Unable to provide',
      'NOT_PROCESSED （五）不予处理 (5) Not processed',
      'OTHER_DISPOSITION （六）其他处理 (6) Other disposition',
    ]);
  });

  it('are labelled with the number of their part', () => {
    expect(outcomeLabel('NOT_HELD', 'ZH')).toBe('（四）1.本机关不掌握相关政府信息');
    expect(outcomeLabel('NOT_HELD', 'EN')).toBe('(4) 1. Not held by this organ');
    expect(outcomeLabel('GRANTED', 'ZH')).toBe('（一）予以公开');
    expect(outcomeLabel('UNSPECIFIED_OTHER', 'ZH')).toBe('（六）其他处理');
    expect(outcomeLabel('PARTIALLY_GRANTED', 'EN')).toBe(
      '(2) Partially granted (counted here alone)',
    );
  });

  it('know their category', () => {
    expect(categoryOf('NOT_HELD')).toBe('UNABLE_TO_PROVIDE');
    expect(categoryOf('UNSPECIFIED_OTHER')).toBe('OTHER_DISPOSITION');
    expect(categoryOf('received')).toBeNull();
  });
});
