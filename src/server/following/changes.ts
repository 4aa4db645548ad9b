import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadVersion } from '../remembered.js';

/** Milliseconds between two looks at the version of the data. */
const EVERY = 1_000;

/**
 * Tells whoever follows that the data has changed, by whichever process: the version that every commit moves is read once a
 * second for all of them together, and not at all where nobody follows.
 */
export class Changes {
  private readonly waiting = new Set<() => void>();
  private version: string | null = null;
  private looking = false;
  private readonly stopped = new AbortController();

  constructor(
    private readonly readVersion: ReadVersion,
    private readonly every: number = EVERY,
  ) {}

  /** Ends for everybody. */
  stop(): void {
    this.stopped.abort();
    this.tellAll();
  }

  /** Yields at once and after every change, until `signal` or the end of the server. */
  async *follow(signal: AbortSignal): AsyncGenerator<void> {
    const over = (): boolean => signal.aborted || this.stopped.signal.aborted;
    const ends = AbortSignal.any([signal, this.stopped.signal]);
    while (!over()) {
      const next = this.next(ends);
      yield;
      await next;
    }
  }

  /** Resolved by the next change; what changes while somebody is told counts. */
  private next(ends: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        ends.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      ends.addEventListener('abort', done, { once: true });
      void this.look();
    });
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      while (this.waiting.size > 0 && !this.stopped.signal.aborted) {
        // A database that is away has no news; those who follow wait for it.
        const version = await this.readVersion().catch(() => this.version);
        if (version !== this.version) {
          const isFirst = this.version === null;
          this.version = version;
          if (!isFirst) this.tellAll();
        }
        await sleep(this.every, undefined, { ref: false });
      }
    } finally {
      this.looking = false;
      if (this.waiting.size === 0) this.version = null;
    }
  }

  private tellAll(): void {
    for (const tell of [...this.waiting]) tell();
  }
}
