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

/** Takes from a page, before its scripts run, what Chromium learned in the last four years: since 107, of late 2022. */
export const ASIDE_WHAT_IS_NEW = `{
  const since107 = [
    [Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with'],
    [Object.getPrototypeOf(Int8Array.prototype), 'toSorted', 'toReversed', 'with'],
    [Array, 'fromAsync'],
    [Object, 'groupBy'],
    [Map, 'groupBy'],
    [Map.prototype, 'getOrInsert', 'getOrInsertComputed'],
    [Promise, 'withResolvers', 'try'],
    [Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
    [Object.getPrototypeOf(Object.getPrototypeOf([].values())), 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'],
    [String.prototype, 'isWellFormed', 'toWellFormed'],
    [ArrayBuffer.prototype, 'transfer', 'transferToFixedLength'],
    [Uint8Array, 'fromBase64', 'fromHex'],
    [Uint8Array.prototype, 'toBase64', 'toHex', 'setFromBase64'],
    [URL, 'canParse', 'parse'],
    [AbortSignal, 'any'],
    [RegExp, 'escape'],
    [Math, 'sumPrecise', 'f16round'],
    [JSON, 'rawJSON', 'isRawJSON'],
    [Document.prototype, 'startViewTransition'],
    [HTMLElement.prototype, 'showPopover', 'hidePopover', 'togglePopover'],
  ];
  for (const [owner, ...names] of since107) for (const name of names) delete owner[name];
}`;
