import { parentPort } from 'node:worker_threads';
import type { FilledForm } from '../format/report.js';
import { IngestError } from './ingest-error.js';
import type { IngestErrorCode } from './ingest-error.js';
import { ingest, readPage } from './ingest.js';
import type { Page } from './page.js';

/** What a file can be read as: a filled form, or its text and tables as they are printed. */
export interface Read {
  FORM: FilledForm;
  PAGE: Page;
}

/** What the pool sends to a worker. */
export interface ParseRequest {
  bytes: Uint8Array;
  fileName: string;
  as: keyof Read;
}

/** What a worker answers. */
export type ParseAnswer =
  | { ok: true; read: Read[keyof Read] }
  | {
      ok: false;
      code: IngestErrorCode;
      message: string;
      place: string | null;
      links: readonly { text: string; href: string }[];
    };

async function answer({ bytes, fileName, as }: ParseRequest): Promise<ParseAnswer> {
  try {
    return {
      ok: true,
      read: as === 'FORM' ? await ingest(bytes, fileName) : await readPage(bytes),
    };
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
