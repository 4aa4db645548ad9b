import { createHash } from 'node:crypto';
import { IngestError } from '../ingest/ingest-error.js';
import type { Page } from '../ingest/page.js';
import { ParserPool } from '../ingest/pool.js';
import { apiError } from './errors.js';
import type { SourceFile } from './source-file.js';

/** Pages of the last documents that somebody looked into. */
const REMEMBERED = 16;
/** Documents that wait to be read; any more are refused. */
const MOST_WAITING = 8;

/** Reads stored originals again to show their places: one at a time, off the main thread, within the limits of a reader. */
export class OriginalPages {
  private readonly pool = new ParserPool({ size: 1 });
  private readonly pages = new Map<string, Promise<Page | null>>();
  private waiting = 0;

  /**
   * The page of an original; null where it cannot be read any more.
   * @throws OVERLOADED while too many wait
   */
  read({ bytes, fileName }: SourceFile): Promise<Page | null> {
    const key = createHash('sha256').update(bytes).digest('hex');
    const known = this.pages.get(key);
    if (known) {
      this.pages.delete(key);
      this.pages.set(key, known);
      return known;
    }
    if (this.waiting >= MOST_WAITING) return Promise.reject(tooMany());
    const page = this.readNow(bytes, fileName).catch((error: unknown) => {
      this.pages.delete(key);
      throw error;
    });
    this.pages.set(key, page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > REMEMBERED && oldest !== undefined) this.pages.delete(oldest);
    return page;
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async readNow(bytes: Uint8Array, fileName: string): Promise<Page | null> {
    this.waiting += 1;
    try {
      return await this.pool.readPage(bytes, fileName);
    } catch (error) {
      if (error instanceof IngestError) return null;
      throw error;
    } finally {
      this.waiting -= 1;
    }
  }
}

const tooMany = (): Error => apiError('OVERLOADED', 'Too many documents are being looked into.');
