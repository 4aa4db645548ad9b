import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.js';
import type { FilledForm } from '../../../src/format/report.js';
import { exampleRoster } from '../../../src/filing/samples/example-roster.js';
import type { SynthReport } from '../../../src/filing/synth/make-report.js';
import { Random } from '../../../src/filing/synth/random.js';
import { rosterOf } from '../../../src/filing/synth/roster.js';
import { synthesize } from '../../../src/filing/synth/synthesize.js';
import { referencePlaceNames } from '../../../src/registry/place-names-of-reference.js';

const agencies = exampleRoster();
const reportsOf = (seed: string, agency: number): SynthReport[] => [
  ...synthesize({ seed, agencies: [agencies[agency]!], firstYear: 2019, lastYear: 2025 }),
];
const seeds = fc.record({
  seed: fc.string({ maxLength: 12 }),
  agency: fc.nat({ max: agencies.length - 1 }),
});

describe('synthetic reports', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(reportsOf('one', 7)).toEqual(reportsOf('one', 7));
    expect(reportsOf('one', 7)).not.toEqual(reportsOf('two', 7));
  });

  it('of an agency do not depend on which others are made', () => {
    const both = synthesize({
      seed: 'one',
      agencies: [agencies[3]!, agencies[7]!],
      firstYear: 2019,
      lastYear: 2025,
    });
    expect([...both].slice(7)).toEqual(reportsOf('one', 7));
  });

  it('break no relation of the form nor between years, and no rule of the text', () => {
    fc.assert(
      fc.property(seeds, ({ seed, agency }) => {
        let previous: FilledForm | null = null;
        for (const { agency: of, form, publishedOn } of reportsOf(seed, agency)) {
          const { findings } = runChecks(form, {
            previous,
            agencyKind: of.kind,
            agencyLevel: of.level,
            publishedOn,
          });
          // P rules name what is unusual, and chance makes some of that too.
          const wrong = findings.filter((f) => !f.check.startsWith('P'));
          expect(wrong.map((f) => [f.check, f.message.ZH])).toEqual([]);
          previous = form;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('use the form prescribed for their year', () => {
    expect(reportsOf('one', 0).map((r) => r.form.editions.requests)).toEqual([
      'E2019',
      'E2019',
      'E2021',
      'E2021',
      'E2021',
      'E2021',
      'E2021',
    ]);
  });

  it('tell in the text what their tables say', () => {
    for (const { form } of reportsOf('one', 12)) {
      const received = form.cells.find((c) => c.row === 'received' && c.column === 'total');
      const told = form.statements.find((s) => s.metric === 'REQUESTS_RECEIVED');
      expect(told?.value).toBe(received?.value);
      expect(form.sections[0]!.text).toContain(told!.sentence);
    }
  });
});

describe('rosters', () => {
  const names = referencePlaceNames();

  it('name agencies as the registry understands them', () => {
    const branch = agencies.find((a) => a.name === '砚州市公安局砚东分局');
    expect(branch).toMatchObject({
      regionCode: '990102',
      kind: 'DISPATCHED_BODY',
      level: 'PREFECTURE',
      consolidatesInto: '990100',
    });
    expect(
      agencies.find((a) => a.name === '国家税务总局示例省税务局')?.consolidatesInto,
    ).toBeNull();
    expect(new Set(agencies.map((a) => a.unifiedSocialCreditCode)).size).toBe(agencies.length);
  });

  it('can be made for a real region with its towns, and skip levels it skips', () => {
    const plan = {
      organs: { PROVINCE: [], PREFECTURE: ['人民政府'], COUNTY: ['人民政府'] },
      branches: [],
      towns: true,
    };
    const made = [...rosterOf(names, names.tree.find('441900')!, plan)];
    expect(made[0]).toMatchObject({ name: '东莞市人民政府', kind: 'GOVERNMENT' });
    expect(made).toContainEqual(
      expect.objectContaining({ name: '东莞市虎门镇人民政府', regionCode: '441900121' }),
    );
    expect(made.every((a) => a.areaCode === '441900')).toBe(true);
  });
});

it('a split adds up, and a binomial stays within its trials', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat({ max: 3000 }),
      fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1, maxLength: 25 }),
      (seed, total, weights) => {
        const parts = new Random(seed).split(total, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        expect(parts.every((n) => n >= 0 && Number.isInteger(n))).toBe(true);
      },
    ),
  );
});
