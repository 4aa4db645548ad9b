import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run.js';
import { READER_VERSION, RULES_VERSION } from '../../src/filing/versions.js';
import type { FilledForm } from '../../src/format/report.js';
import { ingest } from '../../src/ingest/ingest.js';
import { IngestError } from '../../src/ingest/ingest-error.js';

const docs = new URL('../fixtures/corpus/docs/', import.meta.url);
const names = readdirSync(docs)
  .filter((name) => !name.endsWith('.json'))
  .sort();

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

async function formOf(name: string): Promise<FilledForm | string> {
  try {
    return await ingest(readFileSync(new URL(name, docs)), basename(name));
  } catch (error) {
    if (error instanceof IngestError) return error.code;
    throw error;
  }
}

/** What the reader makes of a document, and what the rules say of that, each in 16 digits. */
async function lineOf(name: string): Promise<string> {
  const form = await formOf(name);
  if (typeof form === 'string') return `${name} ${form}`;
  return `${name} ${digest(form)} ${digest(runChecks(form, {}).findings)}`;
}

/**
 * Stored reports remember which reader and which rules made them. Where this fails, one of them comes to another
 * result: with a version released before it, READER_VERSION or RULES_VERSION moves too; then `vitest run -u` keeps the
 * new digests. A digest that changes under the same two versions is reviewed like code.
 */
it('reader and rules come to the results that their versions stand for', async () => {
  const lines = [`reader ${READER_VERSION}, rules ${RULES_VERSION}`];
  for (const name of names) lines.push(await lineOf(name));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../fixtures/versions.txt');
});
