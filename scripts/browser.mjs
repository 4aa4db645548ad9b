/** A headless Chromium spoken to over a pair of pipes, so that no package is needed for it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const LIMIT = 60_000;

/** Name of a Chromium on this machine; undefined where there is none. */
export function findBrowser() {
  return names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
}

function launch(browser, profile) {
  const flags = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--window-size=1400,900',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    // Chromium refuses its sandbox to root, as builds in containers have it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  return spawn(browser, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
}

/** One page: `send` a command of the DevTools protocol, `on` an event, `evaluate` a script. */
class Page {
  #next = 1;
  #waiting = new Map();
  #listeners = new Map();
  #session;

  constructor(process) {
    this.pipe = process.stdio[3];
    let received = '';
    process.stdio[4].setEncoding('utf8').on('data', (text) => {
      const messages = (received + text).split('\0');
      received = messages.pop();
      messages.forEach((message) => this.#receive(JSON.parse(message)));
    });
  }

  #receive({ id, method, params, result, error }) {
    if (id === undefined) return this.#listeners.get(method)?.(params);
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }

  on(method, listener) {
    this.#listeners.set(method, listener);
  }

  send(method, params = {}) {
    const id = this.#next++;
    this.pipe.write(`${JSON.stringify({ id, method, params, sessionId: this.#session })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async open() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = sessionId;
    for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await this.send(`${domain}.enable`);
  }

  async evaluate(expression) {
    const answer = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    return answer.result.value;
  }

  /** Waits until the expression is true in the page. */
  async until(expression) {
    for (let waited = 0; waited < 20_000; waited += 100) {
      if (await this.evaluate(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the page never came to: ${expression}`);
  }
}

/** Runs `visit(page)` in a browser of its own, for a minute at most. */
export async function withPage(browser, visit) {
  const profile = mkdtempSync(join(tmpdir(), 'nianbao-browser-'));
  const process = launch(browser, profile);
  const ended = new Promise((resolve) => process.on('exit', resolve));
  const limit = setTimeout(() => process.kill('SIGKILL'), LIMIT);
  try {
    const page = new Page(process);
    const failed = ended.then(() => Promise.reject(new Error('the browser ended')));
    await Promise.race([page.open().then(() => visit(page)), failed]);
  } finally {
    clearTimeout(limit);
    process.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
