import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FilledForm } from '../format/report.js';
import { IngestError } from './ingest-error.js';
import type { Page } from './page.js';
import type { ParseAnswer, ParseRequest, Read } from './parse-worker.js';

/** Limits of the reading of one file. */
export const PARSE_LIMITS = { wallMs: 20_000, heapMb: 512 } as const;

export interface ReadOptions {
  /** Wall time for this file, from when a worker takes it. */
  timeoutMs?: number;
}

export interface PoolOptions {
  /** How many files are read at once. */
  size?: number;
  /** Heap of each worker. */
  heapMb?: number;
}

interface Task extends Required<ReadOptions> {
  request: ParseRequest;
  resolve: (read: Read[keyof Read]) => void;
  reject: (error: Error) => void;
}

/** A worker thread and what it is at. */
interface Reader {
  worker: Worker;
  task: Task | null;
  timer: NodeJS.Timeout | null;
}

/** The pool was closed before the file was read. */
export class PoolClosed extends Error {
  override readonly name = 'PoolClosed';

  constructor() {
    super('the pool of readers was closed');
  }
}

/**
 * Reads files in worker threads that are killed and replaced when one takes too long or too much memory: no file can
 * stop or crash the program.
 */
export class ParserPool {
  private readonly readers = new Set<Reader>();
  private readonly waiting: Task[] = [];
  private closed = false;

  private readonly size: number;
  private readonly heapMb: number;

  constructor(options: PoolOptions = {}) {
    this.size = options.size ?? 2;
    this.heapMb = options.heapMb ?? PARSE_LIMITS.heapMb;
  }

  /**
   * A file → a filled form, as `ingest` does it.
   * @throws IngestError, also PARSE_TIMEOUT and PARSE_MEMORY
   */
  read(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<FilledForm> {
    return this.ask({ bytes, fileName, as: 'FORM' }, options) as Promise<FilledForm>;
  }

  /**
   * The text and tables of a file as they are printed, each with its place.
   * @throws IngestError, also PARSE_TIMEOUT and PARSE_MEMORY
   */
  readPage(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<Page> {
    return this.ask({ bytes, fileName, as: 'PAGE' }, options) as Promise<Page>;
  }

  private ask(request: ParseRequest, options: ReadOptions): Promise<Read[keyof Read]> {
    if (this.closed) return Promise.reject(new PoolClosed());
    return new Promise((resolve, reject) => {
      const timeoutMs = options.timeoutMs ?? PARSE_LIMITS.wallMs;
      this.waiting.push({ request, timeoutMs, resolve, reject });
      this.startNext();
    });
  }

  /** Ends all workers; files still waiting are refused. */
  async close(): Promise<void> {
    this.closed = true;
    for (const task of this.waiting.splice(0)) task.reject(new PoolClosed());
    await Promise.all([...this.readers].map((r) => this.dismiss(r, new PoolClosed())));
  }

  private startNext(): void {
    if (this.waiting.length === 0 || this.closed) return;
    const idle = [...this.readers].find((r) => r.task === null);
    const reader = idle ?? (this.readers.size < this.size ? this.hire() : null);
    const task = reader ? this.waiting.shift() : undefined;
    if (!reader || !task) return;
    reader.task = task;
    reader.timer = setTimeout(() => {
      const seconds = task.timeoutMs / 1000;
      const message = `Reading took more than ${seconds} seconds and was stopped.`;
      void this.dismiss(reader, new IngestError('PARSE_TIMEOUT', message));
    }, task.timeoutMs);
    reader.worker.ref();
    reader.worker.postMessage(task.request);
  }

  private hire(): Reader {
    const reader: Reader = { worker: newWorker(this.heapMb), task: null, timer: null };
    this.readers.add(reader);
    reader.worker.on('message', (answer: ParseAnswer) => this.settle(reader, answer));
    reader.worker.on(
      'error',
      (error) => void this.dismiss(reader, asIngestError(error, this.heapMb)),
    );
    reader.worker.on('exit', () => {
      const error = new IngestError('PARSE_FAILED', 'The reader stopped without an answer.');
      void this.dismiss(reader, error);
    });
    return reader;
  }

  private settle(reader: Reader, answer: ParseAnswer): void {
    // An answer that comes while its worker ends must not let the process end before the worker has.
    if (!this.readers.has(reader)) return;
    const task = release(reader);
    // An idle worker keeps no process alive.
    reader.worker.unref();
    if (answer.ok) task?.resolve(answer.read);
    else task?.reject(errorOf(answer));
    this.startNext();
  }

  private async dismiss(reader: Reader, error: Error): Promise<void> {
    if (!this.readers.delete(reader)) return;
    release(reader)?.reject(error);
    await reader.worker.terminate();
    this.startNext();
  }
}

function release(reader: Reader): Task | null {
  const { task, timer } = reader;
  if (timer) clearTimeout(timer);
  reader.task = null;
  reader.timer = null;
  return task;
}

/** The built worker, or its source through tsx where the pool itself runs from source. */
function newWorker(heapMb: number): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: heapMb }, stdout: true };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./parse-worker.js', import.meta.url), options);
  }
  const source = new URL('./parse-worker.ts', import.meta.url).href;
  const loader = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  const script = `import(${JSON.stringify(pathToFileURL(loader).href)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(source)});
  });`;
  return new Worker(script, { ...options, eval: true });
}

function errorOf(answer: Extract<ParseAnswer, { ok: false }>): Error {
  const { code, message, place, links } = answer;
  return new IngestError(code, message, place, links);
}

function asIngestError(error: unknown, heapMb: number): IngestError {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new IngestError('PARSE_MEMORY', `Reading took more than ${heapMb} MB of memory.`)
    : new IngestError('PARSE_FAILED', 'The reader failed on this file.');
}
