import { expect, it } from 'vitest';
import { readText } from '../../../src/ingest/read/text.js';
import { readTables } from '../../../src/ingest/tables/read-tables.js';

const lines = [
  '某县某局2023年政府信息公开工作年度报告',
  '二、主动公开政府信息情况',
  '第二十条第（五）项',
  '信息内容',
  '本年处理决定数量',
  '行政许',
  '10',
  '可',
  '第二十条第（六）项',
  '信息内容',
  '本年处理决定数量',
  '行政处罚',
  '行',
  '26',
  '政强制',
  '第二十条第（八）项',
  '信息内容',
  '本年收费金额（单位：万元）',
  '行政事业性收费',
  '1.5',
];
const valuesOf = (text: readonly string[]): Map<string, string | null> =>
  new Map(readTables(readText(text.join('\n')), 2023).cells.map((c) => [c.row, c.value]));

it('a number printed amid the lines of its label is of that label, not of the one before', () => {
  const values = valuesOf(lines);
  expect(values.get('licensingDecisions')).toBe('10');
  expect(values.get('penaltyDecisions')).toBeNull();
  expect(values.get('coercionDecisions')).toBe('26');
});

it('labels that stand whole before and behind a number stay two', () => {
  const whole = lines.map(
    (line) => ({ 行政许: '行政许可', 可: '', 行: '7', 政强制: '行政强制' })[line] ?? line,
  );
  const at = whole.indexOf('行政强制');
  const values = valuesOf(
    [...whole.slice(0, at - 1), '行政强制', '26', ...whole.slice(at + 1)].filter((l) => l !== ''),
  );
  expect(values.get('licensingDecisions')).toBe('10');
  expect(values.get('penaltyDecisions')).toBe('7');
  expect(values.get('coercionDecisions')).toBe('26');
});
