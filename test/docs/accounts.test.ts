import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { queriesOf } from '../../src/accounts/queries.js';
import { loadViewer } from '../../src/accounts/load-viewer.js';
import type { SignedIn } from '../../src/accounts/viewer.js';
import { roles } from '../../src/entities/vocabulary.js';
import { program } from '../../src/cli/program.js';
import { data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const page = readFileSync('docs/accounts.md', 'utf8');
const chinese = readFileSync('docs/accounts.zh-CN.md', 'utf8');
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map((m) => m[1] ?? '');

const PASSWORD = 'correct horse battery';

describe('the page on accounts', () => {
  let db: TestDatabase;
  let admin: SignedIn;
  let written = '';
  beforeAll(async () => {
    db = await createTestDatabase();
    vi.stubEnv('DATABASE_URL', db.url ?? '');
    const [line = ''] = blocks(page, 'sh');
    const [npx, name, ...words] = line.trim().split(/\s+/);
    expect([npx, name]).toEqual(['npx', 'nianbao']);
    written = await withInput(`${PASSWORD}\n`, words);
    admin = (await loadViewer(queriesOf(db.database), '1', {
      via: 'SESSION',
      credentialId: null,
    }))!;
  });
  afterAll(() => db.drop());

  const withInput = async (text: string, words: string[]): Promise<string> => {
    let out = '';
    const input = vi.spyOn(process, 'stdin', 'get');
    input.mockReturnValue(Readable.from([text]) as unknown as typeof process.stdin);
    const spies = (['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation(((chunk: string, done?: unknown) => {
        out += chunk;
        if (typeof done === 'function') (done as () => void)();
        return true;
      }) as typeof process.stdout.write),
    );
    try {
      await program(['--lang', 'EN', ...words]);
      return out;
    } finally {
      [input, ...spies].forEach((spy) => spy.mockRestore());
    }
  };

  it('gives a command that makes the first administrator and shows no password', () => {
    expect(written).toBe('Made the administrator zhang\n');
    expect(admin).toMatchObject({ displayName: '张三', mustChangePassword: false });
    expect(admin.grants).toEqual([{ role: 'ADMIN', regionCode: null, agencyId: null }]);
    process.exitCode = 0;
  });

  it('gives mutations that do what it says, one after the other', async () => {
    const [signIn = '', createAccount = '', grantRole = '', createToken = ''] = blocks(
      page,
      'graphql',
    );
    const signed = await data(db.database, signIn, { name: 'zhang', password: PASSWORD });
    expect(signed.signIn.token).toMatch(/^nbs_/);
    const made = await data(db.database, createAccount, { password: 'first horse battery' }, admin);
    const account = made.createAccount.id;
    const granted = await data(db.database, grantRole, { account }, admin);
    expect(granted.grantRole).toMatchObject({
      role: 'REVIEWER',
      region: { fullName: '示例省砚州市' },
    });
    const token = await data(db.database, createToken, {}, admin);
    expect(token.createToken.token).toMatch(/^nbt_/);
    const acts = await db.database.query('select act from audit_entry order by id');
    expect(acts.map((entry: any) => entry.act)).toEqual([
      'CREATE_ACCOUNT',
      'SIGN_IN',
      'CREATE_ACCOUNT',
      'GRANT_ROLE',
      'CREATE_TOKEN',
    ]);
  });

  it('says the same in Chinese, and knows every role', () => {
    for (const language of ['sh', 'graphql']) {
      expect(blocks(chinese, language)).toEqual(blocks(page, language));
    }
    for (const text of [page, chinese]) {
      for (const role of roles) expect(text).toMatch(new RegExp(`^\\| \`${role}\``, 'm'));
    }
  });
});
