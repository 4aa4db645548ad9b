import { parentPort } from 'node:worker_threads';
import type { FilledForm } from '../format/report.js';
import { IngestError } from './ingest-error.js';
import type { IngestErrorCode } from './ingest-error.js';
import { ingest } from './ingest.js';

/** What the pool sends to a worker. */
export interface ParseRequest {
  bytes: Uint8Array;
  fileName: string;
}

/** What a worker answers. */
export type ParseAnswer =
  | { ok: true; form: FilledForm }
  | {
      ok: false;
      code: IngestErrorCode;
      message: string;
      place: string | null;
      links: readonly { text: string; href: string }[];
    };

async function answer({ bytes, fileName }: ParseRequest): Promise<ParseAnswer> {
  try {
    return { ok: true, form: await ingest(bytes, fileName) };
  } catch (error) {
    if (error instanceof IngestError) {
      const { code, message, place, links } = error;
      return { ok: false, code, message, place, links };
    }
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`,
    );
    const message = 'The reader failed on this file; this is a defect of the program.';
    return { ok: false, code: 'PARSE_FAILED', message, place: null, links: [] };
  }
}

parentPort?.on('message', (request: ParseRequest) => {
  void answer(request).then((result) => parentPort?.postMessage(result));
});
