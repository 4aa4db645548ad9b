import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Database } from '../entities/database.js';
import { forgetPlace, placeOf, rememberPlace } from '../filing/parsed/import-place.js';

/** Documents between two notes of how far an import came: those since the last one are imported again, to no effect. */
const EVERY = 50;

/** How far an import of files came before it was cut short, as long as none of them has changed since. */
export class Resumption {
  private constructor(
    private readonly database: Database,
    private readonly name: string,
    public done: number,
  ) {}

  static async of(
    database: Database,
    files: readonly string[],
    options: object,
  ): Promise<Resumption> {
    const facts: unknown[] = [options];
    for (const file of files) {
      const { size, mtimeMs } = await stat(file).catch(() => ({ size: 0, mtimeMs: 0 }));
      facts.push([resolve(file), size, mtimeMs]);
    }
    const name = JSON.stringify(facts);
    return new Resumption(database, name, (await placeOf(database, name))?.line ?? 0);
  }

  async step(): Promise<void> {
    this.done += 1;
    if (this.done % EVERY !== 0) return;
    const place = { line: this.done, offset: 0 };
    await this.database.transaction((manager) => rememberPlace(manager, this.name, place));
  }

  end(): Promise<void> {
    return forgetPlace(this.database, this.name);
  }
}
