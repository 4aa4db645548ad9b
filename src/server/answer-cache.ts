import { createHash } from 'node:crypto';

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

/**
 * The latest answers, up to so many characters in all; those that nobody asked for longest go first. What is stored says
 * which version of the data it is of: whoever takes it compares.
 */
export class AnswerCache {
  readonly #answers = new Map<string, StoredAnswer>();
  #size = 0;

  constructor(private readonly most: number) {}

  get(key: string): StoredAnswer | undefined {
    const answer = this.#answers.get(key);
    if (!answer) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  set(key: string, answer: StoredAnswer): void {
    this.#remove(key);
    const size = sizeOf(key, answer);
    if (size > this.most / 10) return;
    this.#answers.set(key, answer);
    this.#size += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= this.most) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const answer = this.#answers.get(key);
    if (!answer) return;
    this.#answers.delete(key);
    this.#size -= sizeOf(key, answer);
  }
}

const sizeOf = (key: string, { body }: StoredAnswer): number => key.length + body.length + OVERHEAD;
