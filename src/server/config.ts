/** A sentence for an operator, in both languages of the documentation. */
interface Sentence {
  readonly EN: string;
  readonly ZH: string;
}

/** One environment variable: its name, its default as text, what it means, and how its text is read. */
export interface Setting<T> {
  readonly name: string;
  /** Text used where the variable is absent or empty; '' stands for "none". */
  readonly fallback: string;
  readonly sentence: Sentence;
  /** Throws a RangeError whose message completes "NAME must be …". */
  readonly read: (text: string) => T;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new RangeError(`a whole number from ${least} to ${most}`);
  };
}

function oneOf<T extends string>(...words: T[]): (text: string) => T {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word !== undefined) return word;
    throw new RangeError(`one of ${words.join(', ')}`);
  };
}

function onOff(text: string): boolean {
  return oneOf('on', 'off')(text) === 'on';
}

function hostName(text: string): string {
  if (/^[\w.:-]+$/.test(text)) return text;
  throw new RangeError('a host name or an IP address');
}

function path(text: string): string {
  if (!text.includes('\0')) return text;
  throw new RangeError('the path of a folder');
}

function databaseUrl(text: string): string | null {
  if (text === '') return null;
  const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: '' };
  if (protocol === 'postgres:' || protocol === 'postgresql:') return text;
  throw new RangeError('an address such as postgresql://user:password@host:5432/database');
}

/** An address without a path of its own; plain HTTP on this machine alone. */
function webAddress(text: string): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal =
    url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url && (url.protocol === 'https:' || isLocal) && url.search === '' && url.hash === '')
    return text;
  throw new RangeError('an https address');
}

function plainText(text: string): string | null {
  if (text === '') return null;
  if (/^[\x21-\x7e]{1,500}$/.test(text)) return text;
  throw new RangeError('printable ASCII without blanks');
}

function setting<T>(
  name: string,
  fallback: string,
  read: (text: string) => T,
  EN: string,
  ZH: string,
): Setting<T> {
  return { name, fallback, sentence: { EN, ZH }, read };
}

/** Every setting of the server: the table of the README, and the only place a default stands. */
export const settings = {
  port: setting(
    'PORT',
    '4000',
    wholeNumber(0, 65_535),
    'Port the server listens on; 0 takes a free one.',
    '监听端口；0 表示任选一个空闲端口。',
  ),
  host: setting(
    'HOST',
    '127.0.0.1',
    hostName,
    'Address the server listens on; 0.0.0.0 opens it to the network.',
    '监听地址；设为 0.0.0.0 则对网络开放。',
  ),
  dataDir: setting(
    'DATA_DIR',
    '.nianbao',
    path,
    'Folder of the embedded database, used where DATABASE_URL is not set.',
    '内置数据库所在目录，未设置 DATABASE_URL 时使用。',
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    '',
    databaseUrl,
    'A PostgreSQL server, version 15 or newer, in place of the embedded database.',
    'PostgreSQL 服务器（15 或更高版本），用以代替内置数据库。',
  ),
  databasePoolSize: setting(
    'DATABASE_POOL_SIZE',
    '10',
    wholeNumber(1, 200),
    'Connections kept to the PostgreSQL server at most.',
    '与 PostgreSQL 服务器的最大连接数。',
  ),
  answerCacheMb: setting(
    'ANSWER_CACHE_MB',
    '32',
    wholeNumber(0, 4_096),
    'Megabytes of answers that are remembered until the data changes; 0 answers every question anew.',
    '缓存的查询结果上限（MB），数据一有变动即失效；0 表示不缓存。',
  ),
  samples: setting(
    'SAMPLES',
    'on',
    onOff,
    'Whether an empty embedded database is filled with the sample data; never one named by DATABASE_URL.',
    '内置数据库为空时是否载入示例数据；DATABASE_URL 所指的数据库从不载入。',
  ),
  introspection: setting(
    'INTROSPECTION',
    'on',
    onOff,
    'Whether the schema may be asked for; off also closes the playground and suggestions in errors.',
    '是否允许查询接口结构；关闭后，查询页面和错误信息中的名称提示一并关闭。',
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'warn',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    'Least severity that is logged, as JSON lines on standard error; info has a line for each request.',
    '日志级别，以 JSON 行写到标准错误输出；info 为每个请求记一行。',
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    'off',
    onOff,
    'Whether X-Forwarded-* headers of a reverse proxy are believed.',
    '是否采信反向代理的 X-Forwarded-* 头。',
  ),
  maxTokens: setting(
    'MAX_TOKENS',
    '2000',
    wholeNumber(100, 100_000),
    'Tokens of one GraphQL document at most.',
    '一份 GraphQL 文档的最多词元数。',
  ),
  maxDepth: setting(
    'MAX_DEPTH',
    '12',
    wholeNumber(4, 100),
    'Levels of fields of one query at most.',
    '一个查询的最大嵌套层数。',
  ),
  maxAliases: setting(
    'MAX_ALIASES',
    '30',
    wholeNumber(0, 1_000),
    'Aliases of one query at most.',
    '一个查询的最多别名数。',
  ),
  maxCost: setting(
    'MAX_COST',
    '20000',
    wholeNumber(100, 10_000_000),
    'Objects that the answer to one query may hold at most, reckoned from `first` before it runs.',
    '一个查询的结果最多可含的对象数，执行前按 first 估算。',
  ),
  maxBodyBytes: setting(
    'MAX_BODY_BYTES',
    '262144',
    wholeNumber(1_024, 10_485_760),
    'Bytes of one GraphQL request at most.',
    '一个 GraphQL 请求的最大字节数。',
  ),
  maxUnderWay: setting(
    'MAX_UNDER_WAY',
    '64',
    wholeNumber(1, 10_000),
    'GraphQL requests under way at once; any more are answered 503 at once.',
    '同时处理的 GraphQL 请求数；超出者立即答复 503。',
  ),
  rateLimit: setting(
    'RATE_LIMIT',
    '0',
    wholeNumber(0, 100_000),
    'GraphQL requests a second of one client address on average, any more are answered 429; 0 sets no limit.',
    '同一客户端地址平均每秒的 GraphQL 请求数，超出者答复 429；0 表示不限。',
  ),
  sessionIdleMinutes: setting(
    'SESSION_IDLE_MINUTES',
    '30',
    wholeNumber(1, 1_440),
    'Minutes without a request after which a session ends.',
    '会话闲置多少分钟后失效。',
  ),
  sessionHours: setting(
    'SESSION_HOURS',
    '12',
    wholeNumber(1, 720),
    'Hours after which a session ends however busy it is.',
    '会话最长有效小时数，到时一律失效。',
  ),
  oidcIssuer: setting(
    'OIDC_ISSUER',
    '',
    webAddress,
    'Issuer of an OpenID Connect provider through which people sign in at /oidc.',
    'OpenID Connect 身份提供方的 issuer，设置后可在 /oidc 登录。',
  ),
  oidcClientId: setting(
    'OIDC_CLIENT_ID',
    '',
    plainText,
    'What that provider calls this server.',
    '本系统在该身份提供方的客户端标识。',
  ),
  oidcClientSecret: setting(
    'OIDC_CLIENT_SECRET',
    '',
    plainText,
    'The secret it shares with this server; none for a public client.',
    '与该身份提供方共享的密钥；公共客户端不设。',
  ),
  publicUrl: setting(
    'PUBLIC_URL',
    '',
    webAddress,
    'How browsers reach this server, where it does not tell from the request.',
    '浏览器访问本系统的地址，无法由请求得知时设置。',
  ),
  drainSeconds: setting(
    'DRAIN_SECONDS',
    '10',
    wholeNumber(1, 600),
    'Time that requests under way have to finish after SIGTERM.',
    '收到 SIGTERM 后，留给在途请求完成的秒数。',
  ),
} as const;

/** The settings as read: what the parts of the server are given. */
export type Config = {
  readonly [Key in keyof typeof settings]: ReturnType<(typeof settings)[Key]['read']>;
};

/** The environment has a setting that cannot be used; the message has one line for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from environment variables, once, at start.
 * Throws a ConfigError that names every bad one; values are not repeated, they may be secret.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const entries = Object.entries(settings).map(([key, { name, fallback, read }]) => {
    const given = environment[name]?.trim() ?? '';
    try {
      return [key, read(given === '' ? fallback : given)] as const;
    } catch (error) {
      problems.push(`${name} must be ${error instanceof Error ? error.message : 'different'}`);
      return [key, null] as const;
    }
  });
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return Object.fromEntries(entries) as unknown as Config;
}

const heads = {
  EN: ['Variable', 'Default', 'Meaning', 'none'],
  ZH: ['变量', '默认值', '含义', '无'],
} as const;

/** The settings as the Markdown table that stands in the README of that language. */
export function configTable(language: 'EN' | 'ZH'): string {
  const [name, fallback, meaning, none] = heads[language];
  const rows = Object.values(settings).map(
    (each) =>
      `| \`${each.name}\` | ${each.fallback === '' ? none : `\`${each.fallback}\``} | ${each.sentence[language]} |`,
  );
  return [`| ${name} | ${fallback} | ${meaning} |`, '| --- | --- | --- |', ...rows].join('\n');
}
