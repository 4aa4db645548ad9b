import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run.js';
import { errorOutput, parseOutput } from '../../src/export/parse-output.js';
import { IngestError } from '../../src/ingest/ingest-error.js';
import { ingest } from '../../src/ingest/ingest.js';
import { grade } from '../support/grade.js';
import type { Expected, Grade, Printed } from '../support/grade.js';

const docs = new URL('../fixtures/corpus/docs/', import.meta.url);
const names = readdirSync(docs).filter((f) => /\.(html|txt|md)$/.test(f));
const read = (name: string): Buffer => readFileSync(new URL(name, docs));
const grades: Grade[] = [];

/** What `nianbao parse` prints for a file. */
async function printed(name: string): Promise<Printed> {
  try {
    const form = await ingest(read(name), name);
    return parseOutput(name, form, [...form.findings, ...runChecks(form, {}).findings]);
  } catch (error) {
    if (error instanceof IngestError) return errorOutput(name, error.code, error.message);
    throw error;
  }
}

describe('text, Markdown and pages among the sample reports', () => {
  it.each(names)('%s', async (name) => {
    const expected = JSON.parse(
      read(name.replace(/\.\w+$/, '.expected.json')).toString(),
    ) as Expected;
    const result = grade(expected, await printed(name));
    grades.push(result);
    expect(result.faults.filter((f) => !f.endsWith('(flagged)'))).toEqual([]);
  });

  it('are read right in at least 99.5 % of their values', () => {
    const sum = (of: (g: Grade) => number): number => grades.reduce((n, g) => n + of(g), 0);
    expect(grades).toHaveLength(names.length);
    expect(sum((g) => g.silent)).toBe(0);
    expect(sum((g) => g.invented)).toBe(0);
    expect(sum((g) => g.relationsFound)).toBe(sum((g) => g.relations));
    expect(sum((g) => g.right) / sum((g) => g.values)).toBeGreaterThanOrEqual(0.995);
  });
});
