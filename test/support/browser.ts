import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';

/** A Chromium of this machine, as people use it. */

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium on this machine; undefined where there is none. */
export const browserPath: string | undefined = names
  .map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim())
  .find((path) => path !== '');

export function openBrowser(): Promise<Browser> {
  // Chromium refuses its sandbox to root, as builds in containers have it.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: browserPath!, args });
}

/** Chromium of late 2022, as a package holds it for Linux on x64. */
export const oldBrowserRuns = process.platform === 'linux' && process.arch === 'x64';

/** Version 107.0, unpacked into a folder of its own that goes when it is closed. */
export async function openOldBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const built = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packed = readFileSync(join(dirname(built), '../bin/chromium.br'));
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-chromium-'));
  const executablePath = join(folder, 'chromium');
  writeFileSync(executablePath, brotliDecompressSync(packed), { mode: 0o755 });
  const args = ['--no-sandbox', '--disable-gpu', '--no-zygote'];
  const browser = await chromium.launch({ executablePath, args });
  const close = async (): Promise<void> => {
    await browser.close();
    rmSync(folder, { recursive: true });
  };
  return { browser, close };
}

/** What went wrong in a page, and what it asked of whom. */
export interface Watched {
  readonly complaints: string[];
  readonly requests: string[];
}

export function watch(page: Page): Watched {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { complaints, requests };
}
