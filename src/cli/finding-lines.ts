import type { FindingsDiff } from '../filing/findings-diff.js';
import type { Language } from '../format/form.js';
import { maskPersonalData } from '../format/personal-data.js';

/**
 * Findings that went and came, a line each: `- A1 ERROR …`, `+ A3 ERROR …`. Personal data are masked: what is told of
 * stored reports ends in logs and mails.
 */
export const findingLines = ({ gone, come }: FindingsDiff, language: Language): string[] =>
  [
    ...gone.map((finding) => ({ sign: '-', finding })),
    ...come.map((finding) => ({ sign: '+', finding })),
  ].map(
    ({ sign, finding: { check, severity, message } }) =>
      `  ${sign} ${check} ${severity} ${maskPersonalData(message[language])}`,
  );
