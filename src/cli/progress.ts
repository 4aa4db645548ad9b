const WIDTH = 30;

/** A progress bar on standard error, drawn where that is a terminal. */
export class Progress {
  private done = 0;
  private readonly started = performance.now();

  constructor(private total: number) {}

  /** Another number in all, where it can only be told on the way. */
  expect(total: number): void {
    this.total = Math.max(total, this.done);
  }

  step(by = 1): void {
    this.done += by;
    if (!process.stderr.isTTY) return;
    const share = this.total === 0 ? 1 : Math.min(1, this.done / this.total);
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '·');
    process.stderr.write(`\r${bar} ${this.done}/${this.total} ${this.remaining(share)}  `);
  }

  end(): void {
    if (process.stderr.isTTY && this.done > 0) process.stderr.write('\n');
  }

  private remaining(share: number): string {
    const elapsed = (performance.now() - this.started) / 1_000;
    const seconds = share > 0 ? Math.round((elapsed / share) * (1 - share)) : 0;
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
