import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forms } from '../../src/format/forms.js';

/** Every label that the form prints, without its number, of six or more Chinese characters. */
const longLabels = (): Set<string> => {
  const labels = forms.flatMap((form) =>
    form.blocks.flatMap((block) => [
      ...(block.heading ? [block.heading] : []),
      ...[...block.columns, ...block.rows].flatMap((part) => [part.label, ...part.under]),
    ]),
  );
  const bare = labels.map((l) => l.zh.replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, ''));
  return new Set(bare.filter((l) => (l.match(/\p{Script=Han}/gu) ?? []).length >= 6));
};

describe('an official label', () => {
  it('of six or more characters stands in no source file outside src/format', () => {
    const labels = longLabels();
    expect(labels.size).toBeGreaterThan(25);
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((f) => join('src', f))
      .filter((f) => /\.(tsx?|mjs|graphql)$/.test(f));
    const elsewhere = files
      .filter((f) => !f.startsWith('src/format/'))
      .flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        return [...labels].filter((l) => text.includes(l)).map((l) => `${file}: ${l}`);
      });
    expect(elsewhere).toEqual([]);
  });
});
