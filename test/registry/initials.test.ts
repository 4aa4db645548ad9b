import { expect, it } from 'vitest';
import { initialsOf } from '../../src/registry/initials.js';

it.each([
  ['周口市公安局', 'zksgaj'],
  ['重庆市教育局', 'cqsjyj'],
  ['长沙市财政局', 'cssczj'],
  ['长治市长子县人民政府', 'czszzxrmzf'],
  ['单县人民政府', 'sxrmzf'],
  ['曾都区民政局', 'zdqmzj'],
  ['乐清市发展和改革局', 'yqsfzhggj'],
  ['厦门市Ａ区（管委会）', 'xmsaqgwh'],
])('%s is looked for as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
