import type { AddressInfo } from 'node:net';
import type { Config } from './config.js';

/** Addresses under which a person of this machine reaches a server that listens there. */
function origin({ address, family, port }: AddressInfo): string {
  const anywhere = address === '0.0.0.0' || address === '::';
  const host = anywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

/** What the process prints when it serves: where to look, and what the embedded database is for. */
export function announcement(listening: AddressInfo, config: Config): string {
  const base = origin(listening);
  const playground = config.introspection ? [`  查询页面 playground   ${base}/graphql`] : [];
  const embedded = [
    '',
    `内置数据库（${config.dataDir}）供试用和单个机关使用；多人使用请以 DATABASE_URL 指定 PostgreSQL。`,
    `The embedded database (${config.dataDir}) is for trial and a single office; set DATABASE_URL for PostgreSQL.`,
  ];
  return [
    '年报 nianbao 已就绪 is ready.',
    `  网页 console          ${base}/`,
    ...playground,
    `  GraphQL API           ${base}/graphql`,
    `  状态 status           ${base}/readyz`,
    ...(config.databaseUrl === null ? embedded : []),
  ].join('\n');
}
