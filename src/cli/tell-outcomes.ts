import type { ImportOutcome } from '../filing/import-document.js';
import type { Language } from '../format/form.js';
import { importWords as words } from './import-words.js';
import { Output } from './output.js';

export interface FileOutcome {
  /** Path or address. */
  file: string;
  outcome: ImportOutcome;
}

/** One line on what became of all files, and one for each that was not filed. */
export async function tellOutcomes(
  results: readonly FileOutcome[],
  passedOver: number,
  language: Language,
): Promise<void> {
  const output = new Output(process.stdout);
  const count = (kind: ImportOutcome['kind']): number =>
    results.filter(({ outcome }) => outcome.kind === kind).length;
  const withErrors = results.filter(
    ({ outcome }) => outcome.kind !== 'REFUSED' && outcome.findings.ERROR > 0,
  );
  await output.write(
    words.summary({
      created: count('CREATED'),
      revised: count('REVISED'),
      unchanged: count('UNCHANGED'),
      refused: count('REFUSED'),
      withErrors: withErrors.length,
      passedOver,
    })[language],
  );
  for (const { file, outcome } of results) {
    if (outcome.kind === 'REFUSED')
      await output.write(`  ${file}: ${outcome.code}: ${outcome.message}`);
  }
}
