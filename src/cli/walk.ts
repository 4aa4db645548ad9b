import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Endings under which reports come; in a folder, files with others are passed over and counted. */
const DOCUMENTS = new Set(
  'ndjson htm html shtml shtm xhtml mht mhtml txt text md markdown csv doc docx wps rtf odt xls xlsx et ods pdf zip jsp asp aspx php'.split(
    ' ',
  ),
);

export interface Walk {
  files: string[];
  /** Files of folders that are no documents by their ending: pictures, scripts, style sheets. */
  passedOver: number;
}

/**
 * The files of paths in a stable order: a file as named, of a folder everything beneath it, hidden entries left out. A path that
 * does not exist is kept, so that reading it says so.
 */
export async function walk(paths: readonly string[], except: ReadonlySet<string>): Promise<Walk> {
  const found: Walk = { files: [], passedOver: 0 };
  for (const path of paths) {
    if (await isFolder(path)) await walkFolder(path, except, found);
    else found.files.push(path);
  }
  return found;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function walkFolder(folder: string, except: ReadonlySet<string>, found: Walk): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || except.has(path)) continue;
    if (entry.isDirectory()) await walkFolder(path, except, found);
    else if (!entry.isFile()) continue;
    else if (DOCUMENTS.has(extname(entry.name).slice(1).toLowerCase())) found.files.push(path);
    else found.passedOver++;
  }
}
