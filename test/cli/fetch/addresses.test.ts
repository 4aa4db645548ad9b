import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { checkedLookup } from '../../../src/cli/fetch/checked-lookup.js';
import { checkAddress, policyFor, suffixOf } from '../../../src/cli/fetch/policy.js';
import { isPublicAddress } from '../../../src/cli/fetch/public-address.js';

describe('an address on the open internet', () => {
  it.each(['1.1.1.1', '114.114.114.114', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::1',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '',
    'localhost',
    '2130706433',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false));

  it('is none of this machine', () => {
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    expect(own.length).toBeGreaterThan(0);
    for (const { address } of own) expect(isPublicAddress(address)).toBe(false);
  });
});

describe('an address that may be fetched', () => {
  const policy = policyFor(['gov.cn', 'edu.cn']);
  const refusal = (address: string): string | null => {
    try {
      checkAddress(new URL(address), policy);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    'https://gov.cn/',
    'https://www.moe.gov.cn/a.html',
    'http://www.moe.gov.cn:80/',
    'https://WWW.MOE.GOV.CN:443/',
    'https://www.moe.gov.cn./',
    'https://xxgk.pku.edu.cn/',
  ])('%s', (address) => expect(refusal(address)).toBe(null));

  it.each([
    ['https://mygov.cn/', 'allow-list'],
    ['https://gov.cn.example.com/', 'allow-list'],
    ['https://example.com/?.gov.cn', 'allow-list'],
    ['https://www.gov.cn:8443/', 'port 8443'],
    ['http://www.gov.cn:443/', 'port 443'],
    ['ftp://www.gov.cn/', 'only http and https'],
    ['file:///etc/passwd', 'only http and https'],
    ['https://user:password@www.gov.cn/', 'a name or a password'],
    ['http://127.0.0.1/', 'IP address'],
    ['http://0x7f.1/', 'IP address'],
    ['http://2130706433/', 'IP address'],
    ['http://[::1]/', 'IP address'],
    ['http://[::ffff:127.0.0.1]/', 'IP address'],
    ['http://localhost/', 'allow-list'],
  ])('%s is not', (address, why) => expect(refusal(address)).toContain(why));

  it('ends in a suffix of hosts', () => {
    expect(['.gov.cn', '*.gov.cn', 'GOV.CN', ' gov.cn. '].map(suffixOf)).toEqual(
      Array(4).fill('gov.cn'),
    );
    expect(suffixOf('.政务.cn')).toBe('xn--zfr164b.cn');
    for (const text of ['', '.', 'a/b', 'gov.cn:80', '1.2.3.4', 'a b', 'user@gov.cn']) {
      expect(suffixOf(text), text).toBe(null);
    }
  });
});

describe('a name', () => {
  const look = (isPublic: (address: string) => boolean, all: boolean) =>
    new Promise<{ error: Error | null; addresses: unknown }>((resolve) =>
      checkedLookup(isPublic)('localhost', { all }, (error, addresses) =>
        resolve({ error, addresses }),
      ),
    );

  it('that leads to this machine is refused when a connection is made', async () => {
    for (const all of [true, false]) {
      const { error } = await look(isPublicAddress, all);
      expect(error).toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
    }
  });

  it('connects to the very addresses that were looked at', async () => {
    const seen: string[] = [];
    const { addresses } = await look((address) => seen.push(address) > 0, true);
    expect((addresses as { address: string }[]).map((a) => a.address)).toEqual(seen);
    expect(seen.length).toBeGreaterThan(0);
  });

  it('is refused where one of its addresses is forbidden', async () => {
    let first = true;
    const onlyFirst = (): boolean => {
      const answer = first;
      first = false;
      return answer;
    };
    const { addresses } = await look(() => true, true);
    const { error } = await look(onlyFirst, true);
    expect(error === null).toBe((addresses as unknown[]).length === 1);
  });
});
