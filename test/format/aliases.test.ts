import { describe, expect, it } from 'vitest';
import { aliases } from '../../src/format/aliases.js';
import { forms } from '../../src/format/forms.js';
import { readerRules } from '../../src/format/reader-rules.js';
import { toSimplified } from '../../src/format/traditional.js';
import { matchLabel } from '../../src/ingest/tables/match-label.js';
import { lexicon } from '../../src/ingest/tables/lexicon.js';

const official = new Set(
  forms
    .flatMap((f) => f.blocks)
    .flatMap((b) => [...b.rows, ...b.columns])
    .flatMap((line) => [line.label.zh, ...line.under.map((l) => l.zh)]),
);

/** Labels that a text is taken for, the likeliest first. */
const labelsOf = (text: string): string[] =>
  matchLabel(text).candidates.map((c) => lexicon[c.id]?.zh ?? '');

describe('another wording of a label', () => {
  it.each(aliases.map((a) => [a.as, a.of] as const))('%s stands for %s', (as, of) => {
    expect(official).toContain(of);
    expect(labelsOf(as)).toContain(of);
  });

  it('names where it was seen', () => {
    expect(aliases.filter((a) => a.seenIn.trim() === '')).toEqual([]);
  });
});

describe('a printed label is known in spite of', () => {
  it.each([
    ['spaces', '自 然 人', '自然人'],
    ['a missing letter', '本年发件数', '本年制发件数'],
    ['a doubled letter', '6.属于四类过程性性信息', '6.属于四类过程性信息'],
    ['letters lost in the middle', '2.其他法律行政止公开', '2.其他法律行政法规禁止公开'],
    ['a typing slip', '本年处理绝对数量', '本年处理决定数量'],
    ['instructions in brackets', '规范性文件（指有正式文号的文件）', '规范性文件'],
    ['a note', '现行有效件数 (历史累计)', '现行有效件数'],
    ['traditional characters', '3.危及“三安全一穩定”', '3.危及“三安全一稳定”'],
    ['slips of conversion', '行政强製', '行政强制'],
    ['inserted readings', '社會(shè huì)公益組(zǔ)織(zhī)', '社会公益组织'],
    ['another number in front', '（5）属于三类内部事务信息', '5.属于三类内部事务信息'],
    ['invisible characters', '商业\u200b企业', '商业企业'],
  ])('%s: %s', (_, printed, label) => {
    expect(labelsOf(printed)[0]).toBe(label);
  });

  it('and headings by their number, which may not be mistaken', () => {
    expect(matchLabel('第二十条第（五）项').heading).toEqual(['licensing']);
    expect(matchLabel('第二十條第(六)項').heading).toEqual(['enforcement']);
    expect(matchLabel('第二十条第项').heading.length).toBeGreaterThan(1);
  });

  it('while prose is none', () => {
    expect(labelsOf('全年共办理行政许可事项十二件，均已公开')).toEqual([]);
  });
});

describe('simplified characters', () => {
  it('take the place of traditional ones, one for one', () => {
    const text = '二、上年結轉政府信息公開申請數量';
    expect(toSimplified(text)).toBe('二、上年结转政府信息公开申请数量');
    expect(toSimplified(text)).toHaveLength(text.length);
  });

  it('leave other text alone', () => {
    expect(toSimplified('abc 12 行政许可')).toBe('abc 12 行政许可');
  });
});

describe('the rules of the reader', () => {
  it('have codes of their own, R1 and on, and both languages', () => {
    const rules = Object.values(readerRules);
    expect(rules.map((r) => r.code)).toEqual(rules.map((_, i) => `R${i + 1}`));
    for (const { title, formula } of rules) {
      for (const text of [title.ZH, title.EN, formula.ZH, formula.EN]) expect(text).not.toBe('');
    }
  });
});
