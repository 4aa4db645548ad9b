/** Random numbers that are the same for the same seed, on every machine and in every order of use. */

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** 32-bit FNV-1a of a text. */
const hash = (text: string): number => {
  let value = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME);
  }
  return value >>> 0;
};

/** Up to this many trials are drawn one by one; beyond, the binomial is taken from the normal distribution. */
const DRAWN_SINGLY = 100;

export class Random {
  #state: number;

  constructor(seed: string) {
    this.#state = hash(seed);
  }

  /** In [0, 1): mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** From `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.next() * list.length)] ?? list[0];
  }

  /** Mean 0, deviation 1. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** Median 1, with a heavy tail: sigma 0.8 makes one in a hundred above six. */
  heavyTail(sigma: number): number {
    return Math.exp(sigma * this.normal());
  }

  /** A count with this mean. */
  count(mean: number): number {
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit) {
      product *= this.next();
      count += 1;
    }
    return count;
  }

  /** How many of `trials` succeed. */
  binomial(trials: number, probability: number): number {
    if (trials > DRAWN_SINGLY) {
      const mean = trials * probability;
      const drawn = Math.round(mean + Math.sqrt(mean * (1 - probability)) * this.normal());
      return Math.min(trials, Math.max(0, drawn));
    }
    let successes = 0;
    for (let i = 0; i < trials; i++) if (this.next() < probability) successes += 1;
    return successes;
  }

  /** Distributes `total` over the weights; the parts add up to it. */
  split(total: number, weights: readonly number[]): number[] {
    let left = total;
    let rest = weights.reduce((sum, w) => sum + w, 0);
    return weights.map((weight) => {
      const part = left === 0 ? 0 : this.binomial(left, rest <= 0 ? 1 : Math.min(1, weight / rest));
      left -= part;
      rest -= weight;
      return part;
    });
  }
}
