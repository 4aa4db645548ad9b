import { readFileSync } from 'node:fs';
import { runChecks } from '../src/checks/run.js';
import { errorOutput, parseOutput } from '../src/export/parse-output.js';
import { IngestError } from '../src/ingest/ingest-error.js';
import { ingest } from '../src/ingest/ingest.js';
import { grade } from '../test/support/grade.js';
import type { Expected, Grade, Printed } from '../test/support/grade.js';

/** The sample reports of every layout and format, each read as `nianbao parse` reads it and graded. */

const corpus = new URL('../test/fixtures/corpus/', import.meta.url);

interface Sample {
  id: string;
  file: string;
  expected: string;
  layout: string;
  format: string;
}

export interface Graded extends Sample {
  grade: Grade;
  /** Is no annual report. */
  otherPaper: boolean;
}

async function printed({ file }: Sample): Promise<Printed> {
  const name = file.replace(/^.*\//, '');
  try {
    const form = await ingest(readFileSync(new URL(file, corpus)), name);
    return parseOutput(name, form, [...form.findings, ...runChecks(form, {}).findings]);
  } catch (error) {
    if (error instanceof IngestError) return errorOutput(name, error.code, error.message);
    throw error;
  }
}

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, corpus), 'utf8')) as T;

export async function gradeCorpus(): Promise<Graded[]> {
  const graded: Graded[] = [];
  for (const sample of json<Sample[]>('index.json')) {
    const expected = json<Expected>(sample.expected);
    const line: Printed = JSON.parse(JSON.stringify(await printed(sample)));
    const otherPaper = expected.notAnnualReport === true;
    graded.push({ ...sample, grade: grade(expected, line), otherPaper });
  }
  return graded;
}

const sumOf = (all: readonly Graded[], of: (g: Grade) => number): number =>
  all.reduce((sum, one) => sum + of(one.grade), 0);

export interface Totals {
  documents: number;
  values: number;
  right: number;
  flagged: number;
  silent: number;
  invented: number;
  relations: number;
  found: number;
  'false alarms': number;
  'wrong year or agency': number;
}

export const totalsOf = (all: readonly Graded[]): Totals => ({
  documents: all.length,
  values: sumOf(all, (g) => g.values),
  right: sumOf(all, (g) => g.right),
  flagged: sumOf(all, (g) => g.flagged),
  silent: sumOf(all, (g) => g.silent),
  invented: sumOf(all, (g) => g.invented),
  relations: sumOf(all, (g) => g.relations),
  found: sumOf(all, (g) => g.relationsFound),
  'false alarms': sumOf(all, (g) => Number(g.falseAlarm)),
  'wrong year or agency': sumOf(all, (g) => Number(g.yearWrong || g.agencyWrong)),
});

/** One line a value of `by`, in the order met. */
export const tableBy = (
  all: readonly Graded[],
  by: 'layout' | 'format',
): Record<string, Totals> => {
  const keys = [...new Set(all.map((one) => one[by]))].sort();
  return Object.fromEntries(keys.map((key) => [key, totalsOf(all.filter((o) => o[by] === key))]));
};
