/** Longest wait for the database's word, in milliseconds: /readyz answers within 3 s. */
const PROBE_TIMEOUT = 2_000;

/** Whether requests should come here, and if not, why, in words that tell nothing inner. */
export interface ReadyAnswer {
  readonly ready: boolean;
  readonly reason: string;
}

/** Asks the database for a sign of life; rejects where there is none. */
export type Probe = () => Promise<unknown>;

type Stage =
  | { readonly name: 'preparing'; readonly reason: string }
  | { readonly name: 'open'; readonly probe: Probe }
  | { readonly name: 'draining' };

/** Where the process stands between start and stop. */
export class Readiness {
  private stage: Stage = { name: 'preparing', reason: 'the server is starting' };
  private asking: Promise<boolean> | null = null;

  /** Tells what is being prepared, e.g. "the sample data are being loaded". */
  preparing(reason: string): void {
    if (this.stage.name !== 'draining') this.stage = { name: 'preparing', reason };
  }

  /** Everything is prepared; from now on the database alone decides. */
  opened(probe: Probe): void {
    if (this.stage.name !== 'draining') this.stage = { name: 'open', probe };
  }

  /** The process is about to stop; there is no way back. */
  draining(): void {
    this.stage = { name: 'draining' };
  }

  get isDraining(): boolean {
    return this.stage.name === 'draining';
  }

  /** Why requests that need the database cannot be answered yet; null once it was prepared. */
  get unprepared(): string | null {
    return this.stage.name === 'preparing' ? this.stage.reason : null;
  }

  /** The answer of /readyz; callers at the same time share one question to the database. */
  async check(): Promise<ReadyAnswer> {
    if (this.stage.name === 'draining') return { ready: false, reason: 'the server is stopping' };
    if (this.stage.name === 'preparing') return { ready: false, reason: this.stage.reason };
    this.asking ??= answers(this.stage.probe).finally(() => (this.asking = null));
    const ready = await this.asking;
    return { ready, reason: ready ? 'ready' : 'the database does not answer' };
  }
}

async function answers(probe: Probe): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_TIMEOUT);
  });
  const asked = Promise.resolve()
    .then(probe)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
