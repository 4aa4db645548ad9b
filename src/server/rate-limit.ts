/** Clients remembered at most; the longest silent are forgotten first. */
const MOST_CLIENTS = 10_000;

interface Bucket {
  tokens: number;
  /** Milliseconds of the clock given. */
  filledAt: number;
}

/**
 * Says for each client whether one more request is within `perSecond` on average; a burst may spend
 * ten seconds' worth at once.
 */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();
  private readonly burst: number;

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.burst = perSecond * 10;
  }

  /** Takes one request of the client; false where it has none left. */
  take(client: string): boolean {
    const bucket = this.refilled(client);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  private refilled(client: string): Bucket {
    const now = this.now();
    const bucket = this.buckets.get(client) ?? { tokens: this.burst, filledAt: now };
    const gained = ((now - bucket.filledAt) / 1_000) * this.perSecond;
    bucket.tokens = Math.min(this.burst, bucket.tokens + gained);
    bucket.filledAt = now;
    // A Map keeps the order of insertion: the first is the one silent for longest.
    this.buckets.delete(client);
    this.buckets.set(client, bucket);
    if (this.buckets.size > MOST_CLIENTS) this.forgetOne();
    return bucket;
  }

  private forgetOne(): void {
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
