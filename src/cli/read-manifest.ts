import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { ManifestEntry } from '../filing/document-of.js';
import { ManifestError, parseManifest } from '../filing/manifest.js';
import { decodeText } from '../ingest/decode.js';
import { readFileBytes } from './read-file.js';

/** What a manifest says of a file, found by its path from the manifest's folder, else by its name alone. */
export type Manifest = (file: string) => Partial<ManifestEntry> | null;

/** @throws ManifestError where the list cannot be read or used; the message names it. */
export async function readManifest(path: string | undefined): Promise<Manifest> {
  if (path === undefined) return () => null;
  const entries = await entriesOf(path);
  const folder = resolve(dirname(path));
  return (file) => {
    const fromFolder = relative(folder, resolve(file)).split(sep).join('/');
    return entries.get(fromFolder) ?? entries.get(file) ?? entries.get(basename(file)) ?? null;
  };
}

async function entriesOf(path: string): Promise<ReturnType<typeof parseManifest>> {
  try {
    return parseManifest(decodeText(await readFileBytes(path)).text);
  } catch (error) {
    throw new ManifestError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
