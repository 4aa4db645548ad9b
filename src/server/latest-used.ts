/**
 * Values by their keys, up to a size in all; those that nobody asked for longest go first. What takes more than a tenth
 * of the room is not kept.
 */
export class LatestUsed<T> {
  readonly #values = new Map<string, T>();
  #size = 0;

  constructor(
    private readonly most: number,
    private readonly sizeOf: (key: string, value: T) => number,
  ) {}

  get(key: string): T | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.#remove(key);
    const size = this.sizeOf(key, value);
    if (size > this.most / 10) return;
    this.#values.set(key, value);
    this.#size += size;
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.most) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const value = this.#values.get(key);
    if (value === undefined) return;
    this.#values.delete(key);
    this.#size -= this.sizeOf(key, value);
  }
}
