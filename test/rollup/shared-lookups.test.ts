import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/entities/database.js';
import { sharedLookups } from '../../src/rollup/shared-lookups.js';

/** A database of regions that notes what it is asked, and answers when it is told to. */
const database = () => {
  const asked: string[][] = [];
  const waiting: (() => void)[] = [];
  const prepared = async (_: string, [codes]: [string[]]): Promise<object[]> => {
    asked.push(codes);
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (codes.includes('000009')) throw new Error('the database is away');
    return codes.filter((code) => code !== '999999').map((code) => ({ code, name: code }));
  };
  return {
    asked,
    db: { prepared } as unknown as Database,
    answer: async () => {
      while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      waiting.shift()?.();
    },
  };
};

describe('look-ups that requests share', () => {
  it('gather what is asked for while a statement is under way, and ask each code once', async () => {
    const { asked, db, answer } = database();
    const { region } = sharedLookups(db);
    const first = region('410000');
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const later = [region('410000'), region('420000'), region('410000'), region('999999')];
    await answer();
    expect((await first)?.code).toBe('410000');
    await answer();
    expect((await Promise.all(later)).map((found) => found?.code ?? null)).toEqual([
      '410000',
      '420000',
      '410000',
      null,
    ]);
    expect(asked).toEqual([['410000'], ['410000', '420000', '999999']]);
  });

  it('ask again after a fault, which only those hear who waited for it', async () => {
    const { db, answer } = database();
    const { region } = sharedLookups(db);
    const failing = region('000009');
    const heard = expect(failing).rejects.toThrow('the database is away');
    await answer();
    await heard;
    const next = region('410000');
    await answer();
    expect((await next)?.code).toBe('410000');
  });

  it('are those of one database', () => {
    const [one, other] = [database(), database()];
    expect(sharedLookups(one.db)).toBe(sharedLookups(one.db));
    expect(sharedLookups(other.db)).not.toBe(sharedLookups(one.db));
  });
});
