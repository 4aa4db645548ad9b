import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runChecks } from '../checks/run.js';
import { parseOutput } from '../export/parse-output.js';
import { nationalReports, type NationalOptions } from '../filing/synth/national.js';
import { referencePlaceNames } from '../registry/place-names-of-reference.js';

/** Writes synthetic reports as `nianbao parse` would print them, one a line. */
export const writeParsed = async (
  path: string,
  options: NationalOptions,
  onWritten: (reports: number) => void,
): Promise<void> => {
  await pipeline(Readable.from(parsedLines(options, onWritten)), createWriteStream(path));
};

function* parsedLines(
  options: NationalOptions,
  onWritten: (reports: number) => void,
): Generator<string> {
  let n = 0;
  for (const { form } of nationalReports(referencePlaceNames(), options)) {
    n += 1;
    const { findings } = runChecks(form, {});
    yield `${JSON.stringify(parseOutput(`report-${n}`, form, findings))}\n`;
    onWritten(1);
  }
}
