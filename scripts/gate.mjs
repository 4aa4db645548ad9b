/** `npm test`: every check of the project, in order; the last line counts what passed and what failed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-gate-'));
const results = join(scratch, 'tests.json');

const checks = [
  ['types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['types of the console', 'typescript/bin/tsc', '--noEmit', '-p', 'src/console/tsconfig.json'],
  ['lint', 'eslint/bin/eslint.js', '.'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  [
    'layers',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  ['unused code', 'knip/bin/knip.js'],
];
const tests = [
  'vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
];

function run([tool, ...parameters]) {
  const command = [join(root, 'node_modules', tool), ...parameters];
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Passed and failed tests; a file that could not be loaded counts as one failed. */
function countTests(succeeded) {
  let passed = 0;
  let failed = 0;
  try {
    const report = JSON.parse(readFileSync(results, 'utf8'));
    passed = report.numPassedTests;
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    failed = report.numFailedTests + broken.length;
  } catch {
    failed = 1;
  }
  return { passed, failed: succeeded ? failed : Math.max(1, failed) };
}

let passed = 0;
let failed = 0;
for (const [name, ...command] of checks) {
  const started = performance.now();
  const good = run(command);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${good ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  if (good) passed += 1;
  else failed += 1;
}
const counted = countTests(run(tests));
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed + counted.passed} passed, ${failed + counted.failed} failed`);
process.exitCode = failed + counted.failed === 0 ? 0 : 1;
