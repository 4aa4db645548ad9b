import { describe, expect, it } from 'vitest';
import {
  bandsOf,
  bytesOf,
  signatureIn,
  signatureOf,
  similarity,
} from '../../../src/filing/likeness/min-hash.js';
import { proseShingles } from '../../../src/filing/likeness/prose-shingles.js';
import { Random } from '../../../src/filing/synth/random.js';
import { copyOf, proseOf, reportWith } from './texts.js';

const numbers = (seed: string, count: number): number[] => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.int(0, 2 ** 31));
};

describe('a signature', () => {
  it.each([0, 0.2, 0.5, 0.8, 0.95, 1])('tells a share of %f in common', (share) => {
    let sum = 0;
    for (let i = 0; i < 20; i++) {
      const common = numbers(`c${i}`, Math.round(600 * share));
      const own = (name: string) => numbers(`${name}${i}`, 300 - common.length / 2);
      const [a, b] = ['a', 'b'].map((name) => signatureOf(new Set([...common, ...own(name)])));
      sum += similarity(a!, b!);
    }
    expect(Math.abs(sum / 20 - common(share))).toBeLessThan(0.02);
    function common(s: number): number {
      return (600 * s) / (600 * s + 2 * (300 - 300 * s));
    }
  });

  it('is stored as bytes and read again', () => {
    const signature = signatureOf(new Set(numbers('x', 400)));
    expect(signatureIn(bytesOf(signature))).toEqual(signature);
  });

  it('meets a copy of its year in a band, and hardly ever another text', () => {
    let [met, strangers] = [0, 0];
    for (let i = 0; i < 200; i++) {
      const base = numbers(`t${i}`, 500);
      const bands = (of: readonly number[], year = 2024) => bandsOf(signatureOf(new Set(of)), year);
      const own = bands(base);
      const meets = (other: readonly number[]) => other.some((key) => own.includes(key));
      if (meets(bands([...base.slice(0, 460), ...numbers(`n${i}`, 40)]))) met++;
      if (meets(bands([...base.slice(0, 200), ...numbers(`s${i}`, 300)]))) strangers++;
      expect(meets(bands(base, 2023))).toBe(false);
    }
    expect(met).toBeGreaterThanOrEqual(196);
    expect(strangers).toBeLessThanOrEqual(2);
  });
});

describe('the text of a report', () => {
  const alike = (a: readonly string[], b: readonly string[]): number => {
    const [one, two] = [
      reportWith('甲县水利局', 2024, a),
      reportWith('乙县交通运输局', 2024, b),
    ].map((form) => signatureOf(proseShingles(form)!));
    return similarity(one!, two!);
  };

  it('is like its copy with other numbers, another name and a few new sentences', () => {
    for (let seed = 0; seed < 40; seed++) {
      expect(alike(proseOf(seed), copyOf(proseOf(seed), seed))).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('is not like another of the same outline', () => {
    for (let seed = 0; seed < 100; seed++) {
      expect(alike(proseOf(seed), proseOf(seed + 1))).toBeLessThan(0.5);
    }
  });

  it('that is all standing phrases is not compared', () => {
    expect(proseShingles(reportWith('甲县水利局', 2024, ['无。']))).toBe(null);
  });
});
