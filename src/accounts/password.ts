import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** 32 MB and about a tenth of a second each; kept with every hash, so that they can be raised later. */
const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
const KEY_BYTES = 32;

const SHORTEST = 12;
const LONGEST = 200;

/** Why a password cannot be taken; null where it can. */
export const passwordProblem = (password: string, name: string): string | null => {
  const text = password.normalize('NFKC');
  if (Array.from(text).length < SHORTEST) {
    return `A password has at least ${SHORTEST} characters.`;
  }
  if (text.length > LONGEST) return `A password has at most ${LONGEST} characters.`;
  if (/\p{Cc}/u.test(text)) return 'A password has no control characters.';
  if (new Set(text).size < 6) return 'A password has at least six different characters.';
  if (text.toLowerCase().includes(name.toLowerCase())) {
    return 'A password does not contain the name of the account.';
  }
  return null;
};

/** `scrypt$N$r$p$salt$key` */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
};

/** False also where there is no hash, after the same time as with one. */
export const passwordMatches = async (password: string, hash: string | null): Promise<boolean> => {
  const [, N, r, p, salt, key] = (hash ?? NOBODY).split('$');
  const expected = Buffer.from(key ?? '', 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt ?? '', 'base64url'), options);
  return given.length === expected.length && timingSafeEqual(given, expected) && hash !== null;
};

const NOBODY = ['scrypt', cost.N, cost.r, cost.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join(
  '$',
);

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const text = password.normalize('NFKC').slice(0, LONGEST + 1);
    scrypt(text, salt, KEY_BYTES, { ...options, maxmem: 2 ** 27 }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
