import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, accessSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { IngestError } from '../ingest-error.js';

/** Old formats that LibreOffice turns into those read here, by what it turns them into; WPS and ET files are DOC and XLS inside. */
const TARGET = { doc: 'docx', rtf: 'docx', xls: 'xlsx' } as const;

export type LegacyFormat = keyof typeof TARGET;

const NAME: Readonly<Record<LegacyFormat, string>> = {
  doc: 'Word 97–2003 or WPS Writer (DOC, WPS)',
  rtf: 'Rich Text (RTF)',
  xls: 'Excel 97–2003 or WPS Spreadsheets (XLS, ET)',
};

/** Shorter than a file's time in a worker, so that the process is ended before its worker is. */
const TIME_MS = 18_000;
const ADDRESS_SPACE_KIB = 4 * 2 ** 20;

/**
 * Converts a file in a temporary folder with a profile of its own, within limits of time and memory; macros do not run.
 * @throws IngestError UNSUPPORTED_FORMAT where LibreOffice is not installed, PARSE_TIMEOUT, CORRUPT_FILE
 */
export async function convertLegacy(
  bytes: Uint8Array,
  format: LegacyFormat,
): Promise<{ bytes: Buffer; format: 'docx' | 'xlsx' }> {
  const program = findOffice();
  if (program === null) {
    throw new IngestError(
      'UNSUPPORTED_FORMAT',
      `A ${NAME[format]} file needs LibreOffice: install it (Debian: apt-get install libreoffice-writer libreoffice-calc) so that the command soffice is found, or save the file as ${TARGET[format].toUpperCase()}.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  try {
    await writeFile(join(folder, `in.${format}`), bytes);
    await run(program, format, folder);
    return { bytes: await result(folder, format), format: TARGET[format] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function findOffice(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((f) => f !== '');
  for (const folder of folders) {
    for (const name of ['soffice', 'libreoffice', 'soffice.exe']) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not in this folder.
      }
    }
  }
  return null;
}

function run(program: string, format: LegacyFormat, folder: string): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const args = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--norestore',
    '--convert-to',
    TARGET[format],
    '--outdir',
    join(folder, 'out'),
    join(folder, `in.${format}`),
  ];
  const limited = process.platform !== 'win32';
  const command = limited ? 'sh' : program;
  const script = `ulimit -v ${ADDRESS_SPACE_KIB}; exec "$0" "$@"`;
  const child = spawn(command, limited ? ['-c', script, program, ...args] : args, {
    stdio: 'ignore',
    detached: limited,
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8' },
  });
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      // The program starts others: its whole group ends.
      if (child.pid !== undefined && limited) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    }, TIME_MS);
    child.on('error', reject);
    child.on('exit', () => {
      clearTimeout(timer);
      if (late)
        reject(
          new IngestError(
            'PARSE_TIMEOUT',
            `LibreOffice took longer than ${TIME_MS / 1000} s for the file.`,
          ),
        );
      else resolve();
    });
  });
}

async function result(folder: string, format: LegacyFormat): Promise<Buffer> {
  try {
    return await readFile(join(folder, 'out', `in.${TARGET[format]}`));
  } catch {
    throw new IngestError(
      'CORRUPT_FILE',
      `LibreOffice could not read the file as ${NAME[format]}.`,
    );
  }
}
