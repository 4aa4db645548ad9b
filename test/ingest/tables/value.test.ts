import { describe, expect, it } from 'vitest';
import { readValue } from '../../../src/ingest/tables/value.js';

const count = (raw: string): string | null => {
  const { status, value } = readValue(raw, 'COUNT');
  return status === 'READ' ? value : `(${status.toLowerCase()})`;
};

describe('a count', () => {
  it.each([
    ['32', '32'],
    ['０３２', '32'],
    ['1,234', '1234'],
    ['1，234', '1234'],
    ['1 234', '1234'],
    ['1\u00a0234\u00a0567', '1234567'],
    ['3件', '3'],
    ['0条', '0'],
    ['12 宗', '12'],
    ['3.0', '3'],
    ['32.00', '32'],
    ['-3', '-3'],
    ['－3', '-3'],
    ['−3', '-3'],
    ['+2', '2'],
    ['22（其中修订16件）', '22'],
    ['55(含自然失效 29 件)', '55'],
    ['22，其中修订16件', '22'],
    ['3\u200b2', '32'],
    ['\ufeff7', '7'],
    ['9007199254740991', '9007199254740991'],
  ])('%j is %s', (raw, value) => {
    expect(count(raw)).toBe(value);
    expect(readValue(raw, 'COUNT').doubt).toBeNull();
  });

  it.each([
    ['零', '0'],
    ['〇', '0'],
    ['三', '3'],
    ['十二', '12'],
    ['一百零五', '105'],
    ['二〇', '20'],
    ['③', '3'],
    ['O', '0'],
    ['1O', '10'],
    ['—3', '-3'],
    ['12.000', '12'],
  ])('%j is %s, with a doubt', (raw, value) => {
    expect(count(raw)).toBe(value);
    expect(readValue(raw, 'COUNT').doubt).not.toBeNull();
  });

  it.each(['-', '—', '——', '–', '―', '─', '/', '／', '\\', '无', '無', '不涉及', 'N/A', '*', '…'])(
    '%j is a mark and states no number',
    (raw) => expect(readValue(raw, 'COUNT')).toEqual({ status: 'MARK', value: null, doubt: null }),
  );

  it.each(['', ' ', '\u3000', '\u00a0', '\u200b', '\n'])('%j is blank', (raw) =>
    expect(readValue(raw, 'COUNT').status).toBe('BLANK'),
  );

  it.each([
    '3²',
    '32 32',
    '1.5',
    '1.234',
    '9007199254740992',
    '12345678901234567890',
    '\u202e23',
    '约30',
    '30余件',
    '30%',
    '1,23',
    '1,2345',
    '12,34,567',
    '（3）',
    '3（5）',
    '5/9',
    '2024年',
    '一',
    '1l',
    '½',
    '3③',
    '0x10',
    '1e3',
    '见附件',
    '3万元',
    '12\n34',
    '--3',
    '３．５',
  ])('%j is not read as a number', (raw) => {
    const reading = readValue(raw, 'COUNT');
    expect(reading.status).toBe('UNREADABLE');
    expect(reading.value).toBeNull();
    expect(reading.doubt).not.toBeNull();
  });
});

describe('a change', () => {
  it.each([
    ['减4', '-4'],
    ['减少4件', '-4'],
    ['增98', '98'],
    ['增加 3', '3'],
    ['+1', '1'],
    ['-11', '-11'],
    ['－11', '-11'],
    ['0/0', '0'],
    ['0', '0'],
    ['减0', '0'],
    ['+0', '0'],
  ])('%j is %s', (raw, value) =>
    expect(readValue(raw, 'CHANGE')).toEqual({ status: 'READ', value, doubt: null }),
  );

  it.each(['增', '减', '增/减', '增3减1', '3/1', '减-4', '+3-1'])('%j states no number', (raw) => {
    expect(readValue(raw, 'CHANGE').value).toBeNull();
  });
});

describe('an amount', () => {
  it.each([
    ['12313.437', null, '12313.437'],
    ['38.441094', null, '38.441094'],
    ['18.8710', null, '18.871'],
    ['43.788万元', null, '43.788'],
    ['43.788 万', null, '43.788'],
    ['251000元', null, '25.1'],
    ['251000', 'YUAN', '25.1'],
    ['1.5亿元', null, '15000'],
    ['1,234.50', null, '1234.5'],
    ['0.01', 'YUAN', '0.000001'],
    ['¥12.5', null, '12.5'],
    ['0', null, '0'],
    ['12.5（已减免3万元）', null, '12.5'],
  ] as const)('%j in 万元 with head %s is %s', (raw, unit, value) =>
    expect(readValue(raw, 'AMOUNT_WAN', unit).value).toBe(value),
  );

  it.each([
    ['251000元', null, '251000'],
    ['1424.4万元', null, '14244000'],
    ['712.187895万元', null, '7121878.95'],
    ['160.5964万元', null, '1605964'],
    ['477.35', 'WAN', '4773500'],
    ['0', null, '0'],
    ['1.2345亿元', null, '123450000'],
  ] as const)('%j in 元 with head %s is %s', (raw, unit, value) =>
    expect(readValue(raw, 'AMOUNT_YUAN', unit).value).toBe(value),
  );

  it('without any unit is doubtful', () => {
    expect(readValue('52.15', 'AMOUNT_YUAN').doubt).toBe('UNIT_UNSTATED');
  });

  it('whose cell and head name different units is told', () => {
    expect(readValue('251000元', 'AMOUNT_WAN', 'WAN')).toEqual({
      status: 'READ',
      value: '25.1',
      doubt: 'UNIT_DIFFERS',
    });
  });
});
