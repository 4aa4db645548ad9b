import { Duplex } from 'node:stream';

/** What a stream needs of the engine. */
export interface Wire {
  attach: (stream: EngineStream) => Promise<number>;
  send: (id: number, bytes: Uint8Array) => void;
  detach: (id: number) => void;
}

/** First byte of the protocol's message Terminate. */
const TERMINATE = 0x58;

/** A socket as `pg` expects it, whose other end is the engine in its worker thread. */
export class EngineStream extends Duplex {
  #id: number | null = null;

  constructor(private readonly wire: Wire) {
    super();
  }

  connect(): this {
    void this.wire.attach(this).then((id) => {
      this.#id = id;
      if (this.destroyed) this.#hangUp();
      else this.emit('connect');
    });
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // The engine pushes as its answers come.
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#send(chunk);
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#hangUp();
    done(error);
  }

  #send(chunk: Buffer): void {
    if (this.#id === null) return;
    if (chunk[0] === TERMINATE) {
      this.#hangUp();
      this.push(null);
      setImmediate(() => this.destroy());
      return;
    }
    this.wire.send(this.#id, new Uint8Array(chunk));
  }

  #hangUp(): void {
    if (this.#id !== null) this.wire.detach(this.#id);
    this.#id = null;
  }
}
