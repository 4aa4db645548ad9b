import type { Database } from '../../entities/database.js';
import { foldSums } from './fold-sums.js';

/** Changes that wait to be folded at most, about: more make totals slower to read, fewer make filing slower. */
const MOST = 10_000;

/** Folds what many filings change, whenever much has come together. Whoever files folds once more at the end. */
export class FoldingNowAndThen {
  #waiting = 0;

  constructor(private readonly database: Database) {}

  async after(reports: number): Promise<void> {
    this.#waiting += reports;
    if (this.#waiting < MOST) return;
    this.#waiting = 0;
    await foldSums(this.database);
  }
}
