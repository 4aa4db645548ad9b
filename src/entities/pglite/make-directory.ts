import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * Runs until the folder is made, or until whoever waits for it is gone: then its standard input ends. The engine is
 * named by its path, since a program given with -e resolves names from the folder it is started in.
 */
const PROGRAM = `
  process.stdin.resume().on('end', () => process.exit(1));
  const [engine, directory] = process.argv.slice(1);
  require(engine).PGlite.create(directory).then((made) => made.close()).then(
    () => process.exit(0),
    (error) => { console.error(String(error?.message ?? error)); process.exit(1); },
  );`;

/**
 * Makes the folder of an embedded database where there is none, in a process of its own: it takes some 500 MB that a
 * process which did it itself would keep. The folder appears when it is whole; one that was cut short is removed.
 */
export const makeDirectory = async (directory: string): Promise<void> => {
  if (existsSync(directory)) return;
  await removeUnfinished(directory);
  const unfinished = `${directory}.unfinished.${process.pid}`;
  await run(unfinished);
  await rename(unfinished, directory);
};

const removeUnfinished = async (directory: string): Promise<void> => {
  const folder = dirname(directory);
  const names = await readdir(folder);
  const unfinished = names.filter((name) => name.startsWith(`${basename(directory)}.unfinished.`));
  const remove = (name: string) => rm(join(folder, name), { recursive: true, force: true });
  await Promise.all(unfinished.map(remove));
};

const run = (directory: string): Promise<void> => {
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const child = spawn(process.execPath, ['-e', PROGRAM, engine, directory], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`the embedded database could not be made: ${said.trim()}`));
    });
  });
};
