import { createHash } from 'node:crypto';
import { LatestUsed } from './latest-used.js';

/** An answer as it went out. */
export class StoredAnswer {
  #etag: string | null = null;

  constructor(
    readonly body: string,
    readonly headers: Readonly<Record<string, string>>,
    /** Version of the data that it was made from, or of an older state. */
    readonly version: string,
  ) {}

  /** Of the body, once somebody asks for it. */
  get etag(): string {
    const hash = (): string => createHash('sha256').update(this.body).digest('base64url');
    return (this.#etag ??= `"${hash().slice(0, 27)}"`);
  }
}

/** Characters that an entry takes beside its key and body. */
const OVERHEAD = 500;

/** The latest answers, up to so many characters in all. What is stored says which version it is of: whoever takes it compares. */
export const answerCache = (most: number): LatestUsed<StoredAnswer> =>
  new LatestUsed(most, (key, { body }) => key.length + body.length + OVERHEAD);
