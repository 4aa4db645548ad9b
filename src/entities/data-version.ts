import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from './database.js';

/**
 * Which commits are visible, and of which run of which server: two equal answers saw the same data. Every commit changes
 * it, also those of other processes, and nothing has to be written for it.
 */
const VERSION = `select concat(pg_postmaster_start_time(), ' ', pg_current_snapshot()) as version`;

/** Tells whether the data is what it was, with one statement for all who ask at the same time. */
export class DataVersion {
  #next: Promise<string> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: () => Database) {}

  /**
   * A version that was read after the call began: what was remembered with an equal one is not stale. Callers share a
   * reading that has not begun yet, never one under way.
   * @throws DatabaseError
   */
  read(): Promise<string> {
    this.#next ??= this.#readNext();
    return this.#next;
  }

  async #readNext(): Promise<string> {
    await this.#last;
    await nextTurn();
    const reading = this.#begin();
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async #begin(): Promise<string> {
    this.#next = null;
    const [line] = await this.database().prepared<{ version: string }>(VERSION);
    return line?.version ?? '';
  }
}
