import { readFileSync } from 'node:fs';
import { readStatements } from '../../src/ingest/statements/read-statements.js';

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

export const passages = readFileSync(
  new URL('../fixtures/statements.ndjson', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Passage);

const key = ([metric, value]: Figure): string => `${metric} ${value}`;

/** What was found of what a passage states, and what was said beside that. */
export function judge(passage: Passage): {
  due: number;
  missed: string[];
  said: number;
  wrong: string[];
} {
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
