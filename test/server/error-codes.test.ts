import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerOf, errorCodes, isErrorCode } from '../../src/server/error-codes.js';

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

test('docs/errors.md has every code with its status and meaning, in the order of the table', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) +\| (.+?) +\|$/gm)];
  const documented = rows.map(([, code, status, meaning]) => [code, Number(status), meaning]);
  const known = Object.entries(errorCodes).map(([code, { status, meaning }]) => [
    code,
    status,
    meaning,
  ]);
  expect(documented).toEqual(known);
});

test('every code of the reader is in the table', () => {
  const union = read('src/ingest/ingest-error.ts').split('/**')[1] ?? '';
  const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code!);
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !isErrorCode(code))).toEqual([]);
});

test('answers that are worth another try say when', () => {
  for (const [code, { status }] of Object.entries(errorCodes)) {
    const { retryAfter } = answerOf(code as keyof typeof errorCodes);
    expect(retryAfter !== undefined, code).toBe(status === 503 || status === 429);
  }
});
