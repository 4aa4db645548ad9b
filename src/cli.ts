import { failure } from './cli/failure.js';
import { program } from './cli/program.js';

await program(process.argv.slice(2)).catch((error: unknown) => {
  const { text, status } = failure(error);
  process.stderr.write(`nianbao: ${text}\n`);
  process.exitCode = status;
});
