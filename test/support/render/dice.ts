import { randomFrom } from './figures.js';

/** Random choices that are the same for the same seed. */
export interface Dice {
  /** 0 ≤ n < most. */
  below: (most: number) => number;
  /** True once in 1 ⁄ share times. */
  chance: (share: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
}

export function diceFrom(seed: number): Dice {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  return {
    below,
    chance: (share) => random() < share,
    pick: (items) => items[below(items.length)]!,
  };
}
