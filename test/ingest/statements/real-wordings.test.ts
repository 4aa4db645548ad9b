import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../src/ingest/statements/read-statements.js';

type Figure = [metric: string, value: string];

/**
 * Passages in the wordings of published reports, with the figures that they state by hand. Figures are changed;
 * `wordingOf` names the report where the wording was seen.
 */
interface Passage {
  /** Passages of `held-out` were written before the reader had seen any of them. */
  set: 'development' | 'held-out';
  text: string;
  states: (Figure | { oneOf: Figure[] })[];
  /** Figures of which the text leaves open whether they are stated. */
  mayState?: Figure[];
}

const fixture = new URL('../../fixtures/statements.ndjson', import.meta.url);
const passages = readFileSync(fixture, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Passage);

const key = ([metric, value]: Figure): string => `${metric} ${value}`;

/** What was found of what a passage states, and what was said beside that. */
function judge(passage: Passage): { due: number; missed: string[]; said: number; wrong: string[] } {
  const said = readStatements(passage.text).map((s) => key([s.metric, s.value]));
  const left = [...said];
  const missed = passage.states.filter((due) => {
    const accepted = ('oneOf' in due ? due.oneOf : [due]).map(key);
    const at = left.findIndex((s) => accepted.includes(s));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const open = new Set((passage.mayState ?? []).map(key));
  const wrong = left.filter((s) => !open.has(s));
  return { due: passage.states.length, missed: missed.map(String), said: said.length, wrong };
}

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
