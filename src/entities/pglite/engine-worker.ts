import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** To the worker: bytes of a connection, the end of one, or the end of all. */
export type ToWorker =
  { type: 'data'; id: number; bytes: Uint8Array } | { type: 'hangUp' } | { type: 'close' };

/** From the worker. `failed` means that the engine is beyond use. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'data'; id: number; bytes: Uint8Array }
  | { type: 'failed'; message: string }
  | { type: 'closed' };

const port = parentPort;
if (!port) throw new Error('the engine runs in a worker thread');

const send = (message: FromWorker, transfer: ArrayBuffer[] = []): void => {
  port.postMessage(message, transfer);
};

const engine = await PGlite.create((workerData as { directory: string }).directory);

const handle = async (message: ToWorker): Promise<void> => {
  if (message.type === 'data') {
    await engine.execProtocolRawStream(message.bytes, {
      onRawData: (data) => {
        const bytes = data.slice();
        send({ type: 'data', id: message.id, bytes }, [bytes.buffer]);
      },
    });
  } else if (message.type === 'hangUp') {
    // A client that left in the middle of a transaction must not leave it to the next one.
    if (engine.isInTransaction()) await engine.exec('rollback');
    await engine.exec('select pg_advisory_unlock_all(); reset all; deallocate all');
  } else {
    await engine.close();
    send({ type: 'closed' });
  }
};

/** The engine throws objects of its own that are no Error. */
const messageOf = (error: unknown): string =>
  (error as { message?: string } | null)?.message ?? String(error);

let queue = Promise.resolve();
port.on('message', (message: ToWorker) => {
  queue = queue
    .then(() => handle(message))
    .catch((error: unknown) => send({ type: 'failed', message: messageOf(error) }));
});
send({ type: 'ready' });
