import { describe, expect, it } from 'vitest';
import type { ReportGroup } from '../../src/rollup/shapes.js';
import { decodeGroup, encodeGroup } from '../../src/rollup/total-key.js';

const group: ReportGroup = {
  filter: { years: [2024, 2023], regions: ['410000'], sectors: ['TAXATION', 'EDUCATION'] },
  groupBy: ['LEVEL', 'YEAR', 'AGENCY'],
  key: { level: null, year: 2024, agency: '17' },
};

describe('the key of a total', () => {
  it('names filter and group, so that it can be read back', () => {
    expect(decodeGroup(encodeGroup(group))).toEqual({
      filter: { years: [2023, 2024], regions: ['410000'], sectors: ['EDUCATION', 'TAXATION'] },
      groupBy: ['YEAR', 'LEVEL', 'AGENCY'],
      key: { year: 2024, level: null, agency: '17' },
    });
    expect(decodeGroup(encodeGroup({ filter: {}, groupBy: [], key: {} }))).toEqual({
      filter: {},
      groupBy: [],
      key: {},
    });
  });

  it('is one for the same total, however it was asked for', () => {
    const asked: ReportGroup = {
      filter: {
        sectors: ['EDUCATION', 'TAXATION', 'TAXATION'],
        levels: null,
        years: [2023, 2024],
        regions: ['410000'],
      },
      groupBy: ['AGENCY', 'YEAR', 'LEVEL'],
      key: { agency: '17', year: 2024, level: null },
    };
    expect(encodeGroup(asked)).toBe(encodeGroup(group));
  });

  it('keeps an empty list apart from an absent one', () => {
    const empty = encodeGroup({ filter: { years: [] }, groupBy: [], key: {} });
    expect(decodeGroup(empty)?.filter).toEqual({ years: [] });
  });

  it.each([
    '',
    'x',
    'null',
    '[]',
    '[{},{},{}]',
    '[{},null]',
    '[[],{}]',
    '[{"years":["2024"]},{}]',
    '[{"years":2024},{}]',
    '[{"years":[2024,2023]},{}]',
    '[{"regions":["41"]},{}]',
    '[{"scopes":["ALL"]},{}]',
    '[{"other":[]},{}]',
    '[{"__proto__":[]},{}]',
    '[{},{"agency":"1; DROP TABLE report"}]',
    '[{},{"year":2024.5}]',
    '[{},{"toString":null}]',
    '[{}, {}]',
  ])('is refused where it was not made here: %s', (text) => {
    expect(decodeGroup(text)).toBeNull();
  });
});
