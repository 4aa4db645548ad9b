import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, configTable, readConfig, settings } from '../../src/server/config.js';

describe('the configuration', () => {
  test('has a default for every setting', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      dataDir: '.nianbao',
      databaseUrl: null,
      samples: true,
      introspection: true,
      maxTokens: 2_000,
      maxDepth: 12,
      maxAliases: 30,
      maxCost: 20_000,
      maxBodyBytes: 262_144,
      maxUnderWay: 64,
      drainSeconds: 10,
    });
  });

  test('takes what the environment says, and an empty variable for one that is not set', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '',
      DATABASE_URL: 'postgresql://u:p@db:5432/nianbao',
      INTROSPECTION: 'off',
    });
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', introspection: false });
    expect(config.databaseUrl).toBe('postgresql://u:p@db:5432/nianbao');
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://root:secret@db/x'],
    ['DATABASE_URL', 'secret'],
    ['LOG_LEVEL', 'loud'],
    ['SAMPLES', 'yes'],
    ['MAX_COST', '-1'],
    ['DRAIN_SECONDS', '1.5'],
  ])('is refused where %s is %j, and the value is not repeated', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} must be `));
    expect(read).not.toThrow(/secret/);
  });

  test('names all that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', SAMPLES: 'y' })).toThrow(/PORT[^\n]*\nSAMPLES/);
  });

  test.each([
    ['README.md', 'EN'],
    ['README.zh-CN.md', 'ZH'],
  ] as const)('stands in %s as it is', (file, language) => {
    const page = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    const squeeze = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
    expect(squeeze(page)).toContain(squeeze(configTable(language)));
  });

  test('tells every setting in both languages', () => {
    for (const { name, sentence } of Object.values(settings)) {
      expect(sentence.EN, name).toMatch(/^[A-Z].*\.$/);
      expect(sentence.ZH, name).toMatch(/。$/);
    }
  });
});
