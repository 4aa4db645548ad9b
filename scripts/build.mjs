/** `npm run build`: the server into dist/, the console into dist/console, the playground into dist/playground. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', 'built');
const sources = [
  'src',
  'migrations',
  'scripts/build.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];
const server = ['typescript/bin/tsc', '-p', 'tsconfig.build.json'];
const pages = ['src/console', 'src/console/playground'].map((folder) => [
  'vite/bin/vite.js',
  'build',
  ...['-c', `${folder}/vite.config.ts`, '--logLevel', 'error'],
]);

/** Latest change, in milliseconds, of a file or of anything in a folder. */
function changedAt(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).map((name) => changedAt(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}

/** True where dist/ was built after the last change of its sources. */
export function isBuilt() {
  return changedAt(stamp) > Math.max(...sources.map((path) => changedAt(join(root, path))));
}

function run([tool, ...parameters]) {
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...parameters], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`${tool} failed`));
    });
  });
}

/** Builds all of dist/ anew. Rejects where a tool fails; dist/ then counts as not built. */
export async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await Promise.all([server, ...pages].map(run));
  writeFileSync(
    join(root, 'dist', 'main.js'),
    "process.env.NODE_ENV ??= 'production';\nawait import('./src/main.js');\n",
  );
  writeFileSync(stamp, '');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
