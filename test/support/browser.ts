import { spawnSync } from 'node:child_process';
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
