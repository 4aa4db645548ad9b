import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/checks/catalogue.js';
import { contextOf } from '../../src/checks/example-context.js';
import { exampleForm } from '../../src/checks/example.js';
import { rules } from '../../src/checks/rules.js';
import { runChecks } from '../../src/checks/run.js';

const examples = rules.flatMap((rule) => Object.entries(rule.examples));
const statusOf = (code: string, example: (typeof examples)[number][1]['passes']) =>
  runChecks(exampleForm(example.report), contextOf(example)).results.find((r) => r.check === code)
    ?.status;

describe('the catalogue', () => {
  it('has every code once, each with its wording and basis', () => {
    const codes = catalogue.map((check) => check.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const check of catalogue) {
      for (const text of [check.title, check.formula]) {
        expect(text.ZH).toMatch(/[\u4e00-\u9fff]/);
        expect(text.EN).not.toMatch(/[\u4e00-\u9fff]/);
      }
      expect(check.basis).not.toBe('');
    }
  });

  it('has the rules of reader, registry and filing after those that judge figures', () => {
    const codes = catalogue.map((check) => check.code);
    const reader = codes.indexOf('R1');
    expect(codes.slice(0, reader).every((code) => /^[ACFNPX]\d+$/.test(code))).toBe(true);
    expect(codes.slice(reader).every((code) => /^[GMR]\d+$/.test(code))).toBe(true);
    expect(codes).toContain('G1');
  });

  it('has those of sums, years, form, prose, plausibility and consolidation in this order, each by number', () => {
    const codes = catalogue.map((check) => check.code);
    const own = codes.slice(0, codes.indexOf('R1'));
    const rank = (code: string): number =>
      'AXFNPC'.indexOf(code.charAt(0)) * 100 + Number(code.slice(1));
    expect(own).toEqual([...own].sort((a, b) => rank(a) - rank(b)));
    const numbers = { A: 6, X: 6, N: 10, P: 5, C: 6 };
    for (const [letter, count] of Object.entries(numbers)) {
      expect(own.filter((code) => code.startsWith(letter))).toHaveLength(count);
    }
  });
});

describe.each(examples)('check %s', (code, { passes, fails }) => {
  it('passes its clean example', () => {
    expect(statusOf(code, passes)).toBe('PASS');
  });

  it('fails its other example and says where', () => {
    expect(statusOf(code, fails)).toBe('FAIL');
    const { findings, results } = runChecks(exampleForm(fails.report), contextOf(fails));
    const own = findings.filter((f) => f.check === code || f.breaks.some((b) => b.check === code));
    expect(own).not.toEqual([]);
    for (const f of own) {
      expect(f.message.ZH).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(f.message.EN).toMatch(/\.$/);
    }
    expect(results.find((r) => r.check === code)?.reason?.ZH).toBeTruthy();
  });
});
