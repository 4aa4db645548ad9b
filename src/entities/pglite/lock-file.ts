import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from '../database-error.js';

/** Who holds the lock. */
interface Holder {
  pid: number;
  /** Kernel's start time of that process, where it can be known: pids are used again. */
  started: string | null;
  host: string;
}

/** A holder on another machine (or in another container) is believed dead when its lock is this old, in ms. */
const DEAD_AFTER = 60_000;
const HEARTBEAT = 10_000;
/** How long processes that take over a dead lock may take to do so, in ms. */
const SETTLING = 100;

const heldHere = new Set<string>();

/**
 * Takes the lock of a data directory, so that one process alone opens the embedded database: two would destroy it.
 * The lock of a dead process is taken over. Returns the function that gives it back.
 * @throws DatabaseError DATABASE_LOCKED; the message names the pid.
 */
export const takeLock = async (path: string): Promise<() => Promise<void>> => {
  if (heldHere.has(path)) throw locked(path, String(process.pid));
  heldHere.add(path);
  try {
    await obtain(path);
  } catch (error) {
    heldHere.delete(path);
    throw error;
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT).unref();
  return async () => {
    clearInterval(heartbeat);
    heldHere.delete(path);
    await rm(path, { force: true });
  };
};

const obtain = async (path: string): Promise<void> => {
  let takenOver = false;
  while (!(await create(path))) {
    await clearDead(path);
    takenOver = true;
  }
  if (!takenOver) return;
  // Others may have found it dead at the same time: the last one to write it has it.
  await sleep(SETTLING);
  const holder = holderOf(await readFile(path, 'utf8').catch(() => ''));
  if (holder?.pid !== process.pid) throw locked(path, String(holder?.pid ?? 'unknown'));
};

const create = async (path: string): Promise<boolean> => {
  const me: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() };
  // Written beside and linked into place, so that nobody ever reads a lock that is not written yet.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify(me));
  try {
    // Where the file system has no links: written in place.
    await link(draft, path).catch((error: unknown) => {
      if (isTaken(error)) throw error;
      return writeFile(path, JSON.stringify(me), { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** Removes a dead lock; refuses where its holder lives. */
const clearDead = async (path: string): Promise<void> => {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return;
  const holder = holderOf(text);
  if (holder && (await lives(holder, path))) throw locked(path, String(holder.pid));
  const aside = `${path}.dead.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  // Another process may have cleared it first and hold a lock of its own by now: give that back.
  if ((await readFile(aside, 'utf8')) !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
};

const holderOf = (text: string): Holder | null => {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
};

const lives = async (holder: Holder, path: string): Promise<boolean> => {
  if (holder.host !== hostname()) {
    const beat = await stat(path).catch(() => null);
    return beat !== null && Date.now() - beat.mtimeMs < DEAD_AFTER;
  }
  if (holder.pid === process.pid || !exists(holder.pid)) return false;
  return holder.started === null || holder.started === startOf(holder.pid);
};

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces, so count from its closing bracket. */
const startOf = (pid: number): string | null => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};

const locked = (path: string, pid: string): DatabaseError =>
  new DatabaseError('DATABASE_LOCKED', null, {
    message: `process ${pid} uses the embedded database (${path}); stop it first, or use PostgreSQL for several processes`,
  });
