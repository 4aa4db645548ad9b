import { matchLabel } from './match-label.js';
import type { Token } from './token.js';

/** A text at most this far from a label is it; one further off than `OTHER` is not sure to be any. */
const SAME = 0.05;
const OTHER = 0.2;

const costOf = (text: string): number => {
  const { candidates, heading } = matchLabel(text);
  return heading.length > 0 ? 0 : (candidates[0]?.cost ?? 1);
};

/**
 * Where rows are not known, a label may be torn by its own numbers, which are printed level with its middle: 行 · 26 · 政强制.
 * Two pieces around numbers that make a label together, and neither alone, become that label in front of them.
 */
export function withoutTornLabels(pieces: readonly Token[]): Token[] {
  const out = [...pieces];
  for (let i = 0; i < out.length; i++) {
    const first = out[i];
    if (!first || first.rowKnown || first.class !== 'TEXT') continue;
    let end = i + 1;
    while (out[end]?.class === 'VALUE' || out[end]?.class === 'BLANK') end++;
    const second = out[end];
    if (end === i + 1 || !second || second.rowKnown || second.class !== 'TEXT') continue;
    const text = first.text + second.text;
    const isTorn = costOf(text) <= SAME && [first, second].every((t) => costOf(t.text) >= OTHER);
    if (!isTorn) continue;
    out[i] = { ...first, text };
    out.splice(end, 1);
  }
  return out;
}
