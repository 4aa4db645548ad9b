import { contextOf } from '../../checks/example-context.js';
import { exampleForm } from '../../checks/example.js';
import { rules } from '../../checks/rules.js';
import { runChecks } from '../../checks/run.js';

const told = new Map<string, Readonly<Record<'ZH' | 'EN', string>> | null>();

/** What a check says of the example report that breaks it; null where it has none, as those of the reader. */
export function exampleOf(code: string): Readonly<Record<'ZH' | 'EN', string>> | null {
  const known = told.get(code);
  if (known !== undefined) return known;
  const example = rules.map(({ examples }) => examples[code]).find((each) => each !== undefined);
  const findings = example
    ? runChecks(exampleForm(example.fails.report), contextOf(example.fails)).findings
    : [];
  const own = findings.find(
    ({ check, breaks }) => check === code || breaks.some((each) => each.check === code),
  );
  const message = own?.message ?? null;
  told.set(code, message);
  return message;
}
