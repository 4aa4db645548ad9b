import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A network between program and server that can fail: refuse, cut, or swallow everything like a frozen server. */
export class FaultyProxy {
  #server: Server | null = null;
  #sockets = new Set<Socket>();
  #frozen = false;
  #port = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  /** The same address as `url`, through the proxy. */
  address(url: string): string {
    const through = new URL(url);
    through.host = `127.0.0.1:${this.#port}`;
    return through.href;
  }

  async up(): Promise<void> {
    this.#server = createServer((socket) => this.#join(socket));
    await new Promise<void>((resolve) => this.#server?.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Cuts every connection; new ones go on. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#sockets.clear();
  }

  /** Cuts and refuses. */
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = new Promise((resolve) => server?.close(resolve));
    this.cut();
    await closed;
  }

  freeze(): void {
    this.#frozen = true;
    for (const socket of this.#sockets) socket.pause();
  }

  thaw(): void {
    this.#frozen = false;
    for (const socket of this.#sockets) socket.resume();
  }

  #join(near: Socket): void {
    const far = connect(this.target.port, this.target.host);
    const pairs: [Socket, Socket][] = [
      [near, far],
      [far, near],
    ];
    for (const [from, to] of pairs) {
      this.#sockets.add(from);
      from.on('data', (chunk) => void to.write(chunk));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#frozen) from.pause();
    }
  }
}
