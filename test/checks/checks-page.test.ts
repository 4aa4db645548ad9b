import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checksPage } from '../../scripts/checks-page.js';

it('docs/checks.md says what the catalogue says; `npm run docs:checks` writes it anew', () => {
  const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');
  expect(page).toBe(checksPage());
});
