import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/**
 * Path of a file that ships with the program, e.g. `packagePath('data', 'regions.json')`; the same from the source tree
 * and from the built one. Throws where the installation lacks its data.
 */
export const packagePath = (...parts: string[]): string => join(packageDirectory(), ...parts);

/** A JSON file of data/; `.gz` is unpacked. Throws where it is missing. */
export const readDataFile = <T>(name: string): T => {
  const bytes = readFileSync(packagePath('data', name));
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as T;
};

const packageDirectory = (): string => {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'data', 'regions.json'))) {
    const parent = dirname(directory);
    if (parent === directory)
      throw new Error('data/regions.json is missing from this installation');
    directory = parent;
  }
  return directory;
};
