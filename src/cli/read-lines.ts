import { createReadStream } from 'node:fs';
import type { ReportLine } from '../filing/parsed/import-lines.js';
import type { Place } from '../filing/parsed/import-place.js';
import { IngestError } from '../ingest/ingest-error.js';
import { asIngestError } from './read-file.js';

/** A report whose line is longer was read from no document that the reader takes. */
const LONGEST_LINE = 32_000_000;

const NEW_LINE = 0x0a;

/**
 * The lines of a file, from a place on; empty ones are left out. Memory stays flat.
 * @throws IngestError where the file cannot be read, or a line has no end
 */
export async function* readLines(
  path: string,
  from: Place = { line: 0, offset: 0 },
): AsyncGenerator<ReportLine> {
  let [number, end] = [from.line, from.offset];
  let rest: Buffer[] = [];
  const line = (bytes: Buffer, withEnd: number): ReportLine => {
    const whole = Buffer.concat([...rest, bytes]);
    rest = [];
    number += 1;
    end += whole.length + withEnd;
    return { number, text: whole.toString('utf8').trim(), end };
  };
  for await (const chunk of chunksOf(path, from.offset)) {
    let start = 0;
    for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, start)) {
      const one = line(chunk.subarray(start, at), 1);
      start = at + 1;
      if (one.text !== '') yield one;
    }
    rest.push(chunk.subarray(start));
    if (rest.reduce((sum, part) => sum + part.length, 0) > LONGEST_LINE) {
      throw new IngestError('FILE_TOO_LARGE', `Line ${number + 1} has no end.`);
    }
  }
  const last = line(Buffer.alloc(0), 0);
  if (last.text !== '') yield last;
}

async function* chunksOf(path: string, start: number): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { start, highWaterMark: 1 << 20 })) {
      yield chunk as Buffer;
    }
  } catch (error) {
    throw asIngestError(error);
  }
}
