import type { EntityManager } from 'typeorm';
import type { SourceInput } from './report-input.js';

/** Longest name kept, in characters. */
const LONGEST_NAME = 255;

/** A name is data: its last part, composed, without control and direction marks. */
const plainFileName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '_')
    .slice(-LONGEST_NAME);

/**
 * Stores documents that are not stored yet, each on its own so that its bytes go as they are.
 * Returns ids by sha256. Sorted, so that two imports of the same documents cannot wait for each other.
 */
export const storeDocuments = async (
  manager: EntityManager,
  sources: readonly SourceInput[],
): Promise<Map<string, string>> => {
  const byHash = new Map(sources.map((source) => [source.sha256, source]));
  const hashes = [...byHash.keys()].sort();
  if (hashes.length === 0) return new Map();
  const known = await idsOf(manager, hashes);
  const missing = hashes.filter((hash) => !known.has(hash));
  if (missing.length === 0) return known;
  for (const hash of missing) await storeOne(manager, byHash.get(hash));
  return idsOf(manager, hashes);
};

const storeOne = async (manager: EntityManager, source: SourceInput | undefined): Promise<void> => {
  if (!source) return;
  const { sha256, fileName, mediaType, url, bytes, retrieval = null } = source;
  await manager.query(
    `insert into source_document (sha256, file_name, media_type, url, byte_length, bytes, fetched_at, fetch_headers)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb) on conflict (sha256) do nothing`,
    [
      sha256,
      plainFileName(fileName),
      mediaType,
      url,
      bytes.byteLength,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      retrieval?.at ?? null,
      retrieval ? JSON.stringify(retrieval.headers) : null,
    ],
  );
};

const idsOf = async (
  manager: EntityManager,
  hashes: readonly string[],
): Promise<Map<string, string>> => {
  const lines = await manager.query<{ sha256: string; id: string }[]>(
    'select sha256, id from source_document where sha256 = any($1::text[])',
    [hashes],
  );
  return new Map(lines.map(({ sha256, id }) => [sha256, id]));
};
