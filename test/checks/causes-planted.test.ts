import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run.js';
import { planted, plants, soundReport } from '../support/plant-causes.js';
import type { Cause } from '../support/plant-causes.js';

const EACH = 200;
const causes = Object.keys(plants) as Cause[];

const namedIn = ({ form, context }: Pick<ReturnType<typeof soundReport>, 'form' | 'context'>) =>
  new Set(runChecks(form, context).findings.flatMap((f) => f.cause ?? []));

describe(`a cause planted in ${EACH} random reports`, () => {
  it.each(causes)(
    '%s is named in at least 90 % of them, another instead in at most 5 %',
    (cause) => {
      const read = planted(cause, EACH).map((report) => ({ report, named: namedIn(report) }));
      const missed = read.filter(({ named }) => !named.has(cause));
      const confused = missed.filter(({ named }) => causes.some((other) => named.has(other)));
      const variants = missed.map(({ report }) => report.variant).join(', ');
      expect(missed.length, variants).toBeLessThanOrEqual(EACH * 0.1);
      expect(confused.length, variants).toBeLessThanOrEqual(EACH * 0.05);
    },
  );
});

it('no cause is named in a sound report', () => {
  const reports = Array.from({ length: 5 * EACH }, (_, i) => soundReport(10_000 + i));
  const named = reports.filter((report) => namedIn(report).size > 0);
  expect(named.length).toBeLessThanOrEqual(reports.length * 0.01);
});
