import { setTimeout as sleep } from 'node:timers/promises';
import { decodeText } from '../../ingest/decode.js';
import { FetchError } from './fetch-error.js';
import { defaultLimits, get, USER_AGENT } from './get.js';
import type { Fetched, GetLimits } from './get.js';
import type { FetchPolicy } from './policy.js';
import { allowAll, allowNone, robotsOf } from './robots.js';
import type { Robots } from './robots.js';

const LARGEST_ROBOTS = 500_000;
/** A robots.txt that leads elsewhere or has no end is none. */
const AS_GOOD_AS_NONE: readonly string[] = [
  'ADDRESS_NOT_ALLOWED',
  'TOO_MANY_REDIRECTS',
  'FETCH_TOO_LARGE',
];

/** Fetches as sites ask for: by robots.txt, and one page of a host after the other with a pause between. */
export class PoliteFetcher {
  private readonly robots = new Map<string, Promise<Robots>>();
  /** The latest turn at each host: resolves when it is given, to the moment from which the next one may be. */
  private readonly turns = new Map<string, Promise<number>>();

  /** @param pauseMs between two requests to a host */
  constructor(
    private readonly policy: FetchPolicy,
    private readonly pauseMs: number,
    private readonly limits: GetLimits = defaultLimits,
  ) {}

  /** @throws FetchError */
  async fetch(address: string): Promise<Fetched> {
    return get(address, this.policy, this.limits, async (url) => {
      const robots = await this.robotsOf(url);
      if (!robots.allows(url.pathname + url.search)) {
        throw new FetchError('ROBOTS_DISALLOWED', `robots.txt of ${url.host} forbids ${url.href}.`);
      }
      await this.turn(url.host, Math.max(this.pauseMs, robots.delay * 1_000));
    });
  }

  private robotsOf({ origin, host }: URL): Promise<Robots> {
    let known = this.robots.get(origin);
    if (!known) this.robots.set(origin, (known = this.readRobots(origin, host)));
    return known;
  }

  /** Where there is none everything is allowed; where the site fails at it, nothing. */
  private async readRobots(origin: string, host: string): Promise<Robots> {
    try {
      const limits = { ...this.limits, maxBytes: LARGEST_ROBOTS };
      const { bytes } = await get(`${origin}/robots.txt`, this.policy, limits, () =>
        this.turn(host, this.pauseMs),
      );
      const { text } = decodeText(bytes);
      return /<html|<!doctype/i.test(text) ? allowAll : robotsOf(text, USER_AGENT);
    } catch (error) {
      if (!(error instanceof FetchError)) return allowAll;
      const { code, status } = error;
      if (status !== null) return status >= 400 && status < 500 ? allowAll : allowNone;
      if (AS_GOOD_AS_NONE.includes(code)) return allowAll;
      throw error;
    }
  }

  /** Waits until the host may be asked: the pause counts from when the turn before was really given. */
  private async turn(host: string, pauseMs: number): Promise<void> {
    const before = this.turns.get(host) ?? Promise.resolve(0);
    const given = before.then(async (earliest) => {
      for (;;) {
        const now = performance.now();
        if (now >= earliest) return now + pauseMs;
        await sleep(Math.ceil(earliest - now));
      }
    });
    this.turns.set(host, given);
    await given;
  }
}
