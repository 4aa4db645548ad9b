import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../src/ingest/statements/read-statements.js';
import { judge, passages } from '../../support/statement-passages.js';

describe.each(['development', 'held-out'] as const)('figures in the %s passages', (set) => {
  const verdicts = passages.filter((p) => p.set === set).map(judge);
  const sum = (of: (v: (typeof verdicts)[number]) => number): number =>
    verdicts.reduce((total, verdict) => total + of(verdict), 0);

  it('are found to 95 % at least', () => {
    expect(sum((v) => v.due)).toBeGreaterThan(150);
    expect(1 - sum((v) => v.missed.length) / sum((v) => v.due)).toBeGreaterThanOrEqual(0.95);
  });

  it('are wrong or not stated in 2 % at most', () => {
    expect(sum((v) => v.wrong.length) / sum((v) => v.said)).toBeLessThanOrEqual(0.02);
  });
});

it('a thousand passages take a second of computing at most', () => {
  const before = process.cpuUsage();
  const rounds = Math.ceil(1000 / passages.length);
  for (let i = 0; i < rounds; i++) for (const { text } of passages) readStatements(text);
  const { user, system } = process.cpuUsage(before);
  const perThousand = ((user + system) / 1e6 / (rounds * passages.length)) * 1000;
  expect(perThousand).toBeLessThan(1);
});
