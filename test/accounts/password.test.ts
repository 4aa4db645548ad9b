import { expect, it } from 'vitest';
import { hashPassword, passwordMatches, passwordProblem } from '../../src/accounts/password.js';
import { hashOfSecret, kindOfSecret, newSecret } from '../../src/accounts/secret.js';

it('keeps a password as scrypt with its parameters and a salt of its own', async () => {
  const [one, other] = [
    await hashPassword('一把很长的钥匙 2025'),
    await hashPassword('一把很长的钥匙 2025'),
  ];
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(other);
  expect(await passwordMatches('一把很长的钥匙 2025', one)).toBe(true);
  expect(await passwordMatches('一把很长的钥匙 2024', one)).toBe(false);
  expect(await passwordMatches('一把很长的钥匙 2025', null)).toBe(false);
});

it('takes as long for an account that does not exist', async () => {
  const hash = await hashPassword('correct horse battery');
  const timeOf = async (against: string | null): Promise<number> => {
    const start = performance.now();
    await passwordMatches('wrong horse battery', against);
    return performance.now() - start;
  };
  const [known, unknown] = [await timeOf(hash), await timeOf(null)];
  expect(unknown).toBeGreaterThan(known / 5);
});

it.each([
  ['short', 'elevenchars', /at least 12/],
  ['of few characters', 'abababababababab', /six different/],
  ['with the name', 'x-Zhang-2025-long', /name of the account/],
  ['with a line end', 'correct horse\nbattery', /control/],
  ['endless', 'correct horse'.repeat(20), /at most 200/],
])('refuses a password that is %s', (_, password, expected) => {
  expect(passwordProblem(password, 'zhang')).toMatch(expected);
});

it('takes any other', () => {
  expect(passwordProblem('correct horse battery', 'zhang')).toBeNull();
});

it('makes secrets that tell what they are of and that nobody can guess', () => {
  const [session, token] = [newSecret('SESSION'), newSecret('API_TOKEN')];
  expect(kindOfSecret(session)).toBe('SESSION');
  expect(kindOfSecret(token)).toBe('API_TOKEN');
  expect(kindOfSecret(`${session}x`)).toBeNull();
  expect(kindOfSecret('Bearer')).toBeNull();
  expect(hashOfSecret(session)).toMatch(/^[0-9a-f]{64}$/);
});
