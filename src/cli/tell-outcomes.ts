import type { ImportOutcome } from '../filing/import-document.js';
import type { Language } from '../format/form.js';
import type { Finding } from '../format/report.js';
import { importWords as words } from './import-words.js';
import { Output } from './output.js';

export interface FileOutcome {
  /** Path, address, or a line of a file. */
  file: string;
  outcome: ImportOutcome;
}

/** A report that was filed with findings of severity ERROR. */
interface Faulty {
  file: string;
  errors: number;
  /** Null where reports are filed by the batch. */
  first: Finding['message'] | null;
}

/** Reports with errors that are named; their number is told of all. */
const NAMED = 100;

/** What became of any number of documents: how many of each, those that were not filed, and those with errors. */
export class Tally {
  readonly refused: { file: string; code: string; message: string }[] = [];
  readonly faulty: Faulty[] = [];
  readonly #counts = { CREATED: 0, REVISED: 0, UNCHANGED: 0 };
  #withErrors = 0;

  add({ file, outcome }: FileOutcome): void {
    if (outcome.kind === 'REFUSED') {
      const { code, message } = outcome;
      this.refused.push({ file, code, message });
      return;
    }
    this.#counts[outcome.kind] += 1;
    const errors = outcome.findings.ERROR;
    if (errors === 0) return;
    this.#withErrors += 1;
    if (this.faulty.length < NAMED) {
      this.faulty.push({ file, errors, first: outcome.firstError ?? null });
    }
  }

  summary(passedOver: number) {
    const { CREATED: created, REVISED: revised, UNCHANGED: unchanged } = this.#counts;
    const refused = this.refused.length;
    return { created, revised, unchanged, refused, withErrors: this.#withErrors, passedOver };
  }
}

/** One line on what became of all files, one for each that was not filed, and one for each whose report has errors. */
export async function tellTally(
  tally: Tally,
  passedOver: number,
  language: Language,
): Promise<void> {
  const output = new Output(process.stdout);
  const summary = tally.summary(passedOver);
  await output.write(words.summary(summary)[language]);
  for (const { file, code, message } of tally.refused) {
    await output.write(`  ${file}: ${code}: ${message}`);
  }
  for (const { file, errors, first } of tally.faulty) {
    await output.write(`  ${file}: ${words.errors(errors, first)[language]}`);
  }
  const unnamed = summary.withErrors - tally.faulty.length;
  if (unnamed > 0) await output.write(`  ${words.more(unnamed)[language]}`);
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
