import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A file of data/, found from the source tree and from the built one alike; `.gz` is unpacked. Throws where it is missing. */
export const readDataFile = <T>(name: string): T => {
  const bytes = readFileSync(join(dataDirectory(), name));
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as T;
};

const dataDirectory = (): string => {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'data', 'regions.json'))) {
    const parent = dirname(directory);
    if (parent === directory)
      throw new Error('data/regions.json is missing from this installation');
    directory = parent;
  }
  return join(directory, 'data');
};
