import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { EngineStream } from './engine-stream.js';
import type { Wire } from './engine-stream.js';
import type { FromWorker, ToWorker } from './engine-worker.js';

/** How long a closing engine may take to write its last checkpoint, in ms. */
const CLOSING = 5_000;

/**
 * PGlite in a worker thread, so that a long query does not stop the event loop and can be ended. It starts by itself
 * with the first connection and again after it failed or was restarted.
 */
export class Engine implements Wire {
  #worker: Worker | null = null;
  #streams = new Map<number, EngineStream>();
  #lastId = 0;
  /** Resolves when no ended engine is at work any more. */
  #ending: Promise<void> = Promise.resolve();

  constructor(private readonly directory: string) {}

  /** Resolves when the engine has opened its directory, which has to be made. */
  async start(): Promise<void> {
    const worker = await this.#running();
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the embedded engine did not start')));
    });
  }

  /** A new connection; `pg` calls `connect` on it. */
  stream(): EngineStream {
    return new EngineStream(this);
  }

  async attach(stream: EngineStream): Promise<number> {
    await this.#running();
    const id = ++this.#lastId;
    this.#streams.set(id, stream);
    return id;
  }

  send(id: number, bytes: Uint8Array): void {
    this.#post({ type: 'data', id, bytes });
  }

  detach(id: number): void {
    if (this.#streams.delete(id)) this.#post({ type: 'hangUp' });
  }

  /** Ends what the engine is doing, as kill -9 would: all connections fail with the error, the next one finds it anew. */
  abort(error: Error): void {
    const worker = this.#worker;
    this.#worker = null;
    const streams = [...this.#streams.values()];
    this.#streams.clear();
    if (worker) this.#ending = worker.terminate().then(() => undefined);
    for (const stream of streams) stream.destroy(error);
  }

  /** Ends an engine that nobody uses in order: the next connection finds it anew, with none of the memory it took. */
  async restart(): Promise<void> {
    const streams = [...this.#streams.values()];
    this.#streams.clear();
    this.#ending = this.close();
    for (const stream of streams) stream.destroy();
    await this.#ending;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await this.#ending;
    if (!worker) return;
    const closed = new Promise<void>((resolve) => {
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'closed') resolve();
      });
      worker.once('exit', () => resolve());
      setTimeout(resolve, CLOSING).unref();
    });
    worker.postMessage({ type: 'close' } satisfies ToWorker);
    await closed;
    await worker.terminate();
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  async #running(): Promise<Worker> {
    // The directory must be free before another engine opens it.
    await this.#ending;
    return this.#worker ?? this.#startWorker();
  }

  #startWorker(): Worker {
    const worker = startWorker(this.directory);
    this.#worker = worker;
    const failed = (reason: string): void => {
      if (this.#worker === worker) this.abort(new Error(`the embedded engine failed: ${reason}`));
    };
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'failed') failed(message.message);
      else if (message.type === 'data') this.#receive(message.id, message.bytes);
    });
    worker.on('error', (error: unknown) => failed(String(error)));
    worker.on('exit', (status) => failed(`exit status ${status}`));
    return worker;
  }

  #receive(id: number, bytes: Uint8Array): void {
    this.#streams.get(id)?.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
}

const here = import.meta.url;

const startWorker = (directory: string): Worker =>
  here.endsWith('.ts')
    ? new Worker(loadingTypeScript(new URL('./engine-worker.ts', here)), {
        workerData: { directory },
      })
    : new Worker(new URL('./engine-worker.js', here), { workerData: { directory } });

/** Run from source (tsx, vitest) the worker is TypeScript, which a thread reads only after it has registered tsx. */
const loadingTypeScript = (file: URL): URL => {
  const tsx = pathToFileURL(createRequire(here).resolve('tsx/esm/api')).href.replace(
    '.cjs',
    '.mjs',
  );
  const code = `import { register } from '${tsx}'; register(); await import('${file.href}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
};
