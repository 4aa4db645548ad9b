import { program } from './cli/program.js';

await program(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`nianbao: ${text}\n`);
  process.exitCode = 70;
});
