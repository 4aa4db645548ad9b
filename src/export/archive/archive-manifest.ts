import { archiveFiles } from './archive-files.js';
import { ArchiveError } from './archive-error.js';

/** A file of an archive as its manifest tells it. */
export interface ArchivedFile {
  name: string;
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
}

export interface ArchiveManifest {
  format: 'nianbao-archive';
  version: 1;
  year: number;
  /** Code of the region whose reports these are; null: the country without the fictional province. */
  region: string | null;
  reports: number;
  files: readonly ArchivedFile[];
}

/** Files that a manifest lists, each once: an archive may hold nothing else. */
export const listedFiles: readonly string[] = [
  archiveFiles.reports,
  archiveFiles.cells,
  archiveFiles.dictionary,
  archiveFiles.readme,
];

/** @throws ArchiveError where the text is no manifest, or one that leaves a file out */
export function manifestOf(text: string): ArchiveManifest {
  const told = parsed(text) as Partial<ArchiveManifest> | null;
  const { format, version, year, reports, region } = told ?? {};
  const isOurs =
    format === 'nianbao-archive' &&
    version === 1 &&
    Number.isInteger(year) &&
    Number.isInteger(reports) &&
    (region === null || typeof region === 'string');
  if (!isOurs) throw new ArchiveError('The manifest is none that this release reads.');
  const files: unknown = told?.files;
  const names = Array.isArray(files) && files.every(isFile) ? files.map(({ name }) => name) : [];
  if (names.toSorted().join() !== listedFiles.toSorted().join()) {
    throw new ArchiveError(`The manifest does not list ${listedFiles.join(', ')}, each once.`);
  }
  return told as ArchiveManifest;
}

const isFile = (file: unknown): file is ArchivedFile => {
  const { name, bytes, sha256 } = (file ?? {}) as Partial<ArchivedFile>;
  return typeof name === 'string' && Number.isInteger(bytes) && typeof sha256 === 'string';
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
