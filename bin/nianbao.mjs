#!/usr/bin/env node
// The command line: runs the built program, and builds it first where it is missing or older than its source.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist', 'src', 'cli.js');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** When a file, or anything in a folder, was last changed. */
function changedAt(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

if (existsSync(compiler) && changedAt(join(root, 'src')) > changedAt(built)) {
  process.stderr.write('nianbao: building …\n');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0 && !existsSync(built)) process.exit(70);
}

await import(pathToFileURL(built).href);
