import { Command } from 'commander';
import { errorOutput, parseOutput } from '../export/parse-output.js';
import type { Language } from '../format/form.js';
import { Output } from './output.js';
import { readFiles, type Reading } from './reading.js';
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

/** Reads files, several at once, and prints them in the order given. @returns true where every one was read */
async function parseFiles(files: readonly string[], options: ParseOptions): Promise<boolean> {
  const output = new Output(process.stdout);
  let allRead = true;
  for await (const reading of readFiles(files)) {
    if (!(await output.write(JSON.stringify(lineOf(reading, options))))) break;
    allRead &&= 'form' in reading;
  }
  return allRead;
}

const lineOf = (reading: Reading, options: ParseOptions): object =>
  'error' in reading
    ? errorOutput(reading.file, reading.error.code, reading.error.message)
    : parseOutput(reading.file, reading.form, reading.findings, options);
