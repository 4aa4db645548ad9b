import { describe, expect, it } from 'vitest';

import { cellLabel, rowLabel } from '../../src/format/cell-label.js';

describe('the label of a cell', () => {
  it('numbers a row of table three as the form does', () => {
    const cell = { table: 'REQUESTS', row: 'NOT_HELD', column: 'naturalPerson' } as const;
    expect(cellLabel(cell, 'ZH')).toBe('三（四）1.本机关不掌握相关政府信息 · 自然人');
    expect(cellLabel(cell, 'EN')).toBe('3(4) 1. Not held by this organ · Natural persons');
  });

  it('names the track of a litigation before its row', () => {
    const cell = { table: 'APPEALS', row: 'litigationDirect', column: 'upheld' } as const;
    expect(cellLabel(cell, 'ZH')).toBe('行政诉讼 未经复议直接起诉 · 结果维持');
    expect(cellLabel(cell, 'EN')).toBe('Litigation without prior reconsideration · Upheld');
  });

  it('leaves out the column where a row has one cell', () => {
    const cell = {
      table: 'ACTIVE_DISCLOSURE',
      row: 'administrativeFeesWan',
      column: null,
    } as const;
    expect(cellLabel(cell, 'ZH')).toBe('行政事业性收费');
  });

  it('takes the wording of the edition that prints the column', () => {
    const cell = { table: 'ACTIVE_DISCLOSURE', row: 'normativeDocuments' } as const;
    expect(cellLabel({ ...cell, column: 'produced' }, 'ZH')).toBe('规范性文件 · 本年新制作数量');
    expect(cellLabel({ ...cell, column: 'issued' }, 'ZH')).toBe('行政规范性文件 · 本年制发件数');
  });

  it('names （六） of the 2019 edition and its three rows of 2021 apart', () => {
    expect(rowLabel('REQUESTS', 'UNSPECIFIED_OTHER', 'ZH')).toBe('三（六）其他处理');
    expect(rowLabel('REQUESTS', 'OTHER_REASON', 'ZH')).toBe('三（六）3.其他');
  });
});
