import type { Refused } from '../filing/report-input.js';

/** Says on standard error why nothing was done. @returns false */
export function tellRefusal({ code, message }: Refused): false {
  process.stderr.write(`nianbao: ${code}: ${message}\n`);
  return false;
}
