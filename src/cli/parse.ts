import { Command } from 'commander';
import { runChecks } from '../checks/run.js';
import { errorOutput, parseOutput } from '../export/parse-output.js';
import type { Language } from '../format/form.js';
import { IngestError } from '../ingest/ingest-error.js';
import { ParserPool, PoolClosed } from '../ingest/pool.js';
import { readFileBytes } from './read-file.js';
import { Output } from './output.js';
import { words } from './words.js';

interface ParseOptions {
  cells?: boolean;
}

/** `nianbao parse FILE... [--cells]`. */
export const parseCommand = (language: Language): Command =>
  new Command('parse')
    .description(words.parse[language])
    .argument('<FILE...>', words.parseFiles[language])
    .option('--cells', words.parseCells[language])
    .addHelpText('after', words.parseStatus[language])
    .action(async (files: string[], options: ParseOptions) => {
      const allRead = await parseFiles(files, options);
      process.exitCode = allRead ? 0 : 1;
    });

/** How many files are read ahead of the one that is printed. */
const AHEAD = 4;

/** Reads files, several at once, and prints them in the order given. @returns true where every one was read */
async function parseFiles(files: readonly string[], options: ParseOptions): Promise<boolean> {
  const pool = new ParserPool();
  const output = new Output(process.stdout);
  const lines: Promise<{ ok: boolean; line: string }>[] = [];
  let allRead = true;
  try {
    for (let next = 0, printed = 0; printed < files.length; printed++) {
      for (; next < files.length && next < printed + AHEAD; next++) {
        lines[next] = lineOf(pool, files[next] ?? '', options);
      }
      const result = await lines[printed];
      if (!result || !(await output.write(result.line))) break;
      allRead &&= result.ok;
    }
  } finally {
    await pool.close();
  }
  return allRead;
}

/** One file's line; never rejects. */
async function lineOf(
  pool: ParserPool,
  file: string,
  options: ParseOptions,
): Promise<{ ok: boolean; line: string }> {
  try {
    const form = await pool.read(await readFileBytes(file), file);
    const findings = [...form.findings, ...runChecks(form, {}).findings];
    return { ok: true, line: JSON.stringify(parseOutput(file, form, findings, options)) };
  } catch (error) {
    if (!(error instanceof IngestError || error instanceof PoolClosed)) {
      process.stderr.write(`nianbao: ${file}: ${String(error)}\n`);
    }
    const { code, message } =
      error instanceof IngestError
        ? error
        : { code: 'PARSE_FAILED', message: 'The reader failed on this file.' };
    return { ok: false, line: JSON.stringify(errorOutput(file, code, message)) };
  }
}
