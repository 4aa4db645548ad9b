import type { ImportOutcome } from '../filing/import-document.js';
import type { Language } from '../format/form.js';
import { importWords as words } from './import-words.js';
import { Output } from './output.js';

export interface FileOutcome {
  /** Path, address, or a line of a file. */
  file: string;
  outcome: ImportOutcome;
}

/** What became of any number of documents: how many of each, and those that were not filed one by one. */
export class Tally {
  readonly refused: { file: string; code: string; message: string }[] = [];
  readonly #counts = { CREATED: 0, REVISED: 0, UNCHANGED: 0 };
  #withErrors = 0;

  add({ file, outcome }: FileOutcome): void {
    if (outcome.kind === 'REFUSED') {
      const { code, message } = outcome;
      this.refused.push({ file, code, message });
      return;
    }
    this.#counts[outcome.kind] += 1;
    if (outcome.findings.ERROR > 0) this.#withErrors += 1;
  }

  summary(passedOver: number) {
    const { CREATED: created, REVISED: revised, UNCHANGED: unchanged } = this.#counts;
    const refused = this.refused.length;
    return { created, revised, unchanged, refused, withErrors: this.#withErrors, passedOver };
  }
}

/** One line on what became of all files, and one for each that was not filed. */
export async function tellTally(
  tally: Tally,
  passedOver: number,
  language: Language,
): Promise<void> {
  const output = new Output(process.stdout);
  await output.write(words.summary(tally.summary(passedOver))[language]);
  for (const { file, code, message } of tally.refused) {
    await output.write(`  ${file}: ${code}: ${message}`);
  }
}

export async function tellOutcomes(
  results: readonly FileOutcome[],
  passedOver: number,
  language: Language,
): Promise<void> {
  const tally = new Tally();
  for (const result of results) tally.add(result);
  await tellTally(tally, passedOver, language);
}
