import { administer, inDatabase } from '../../test/support/template-database.js';
import { runCli } from './processes.js';

/** Fills a new database of a server with synthetic reports and proves its totals. Answers its address. */
export async function fillServer(
  server: string,
  { reports, source }: { reports: number; source: boolean },
  tell: (line: string) => void,
): Promise<string> {
  const url = inDatabase(server, `nianbao_${reports}`);
  await administer(server, `create database nianbao_${reports}`).catch((error: unknown) => {
    if (!String(error).includes('already exists')) throw error;
  });
  await fill({ DATABASE_URL: url }, { reports, source }, tell);
  await runCli(['totals', 'verify'], { DATABASE_URL: url }, source);
  await administer(url, 'vacuum analyze');
  return url;
}

/** Fills a data directory of the embedded database. */
export const fillEmbedded = (
  dataDir: string,
  size: { reports: number; source: boolean },
  tell: (line: string) => void,
): Promise<void> => fill({ DATA_DIR: dataDir }, size, tell);

async function fill(
  environment: Readonly<Record<string, string>>,
  { reports, source }: { reports: number; source: boolean },
  tell: (line: string) => void,
): Promise<void> {
  const started = performance.now();
  await runCli(['synth', '--reports', String(reports), '--seed', '1'], environment, source);
  const seconds = (performance.now() - started) / 1_000;
  tell(`${reports} reports filed in ${seconds.toFixed(0)} s`);
}
