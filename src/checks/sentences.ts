import type { FilledForm } from '../format/report.js';

/** Sentences of the report's sections, without white space. */
export const sentencesOf = (form: FilledForm): string[] =>
  form.sections.flatMap(({ text }) =>
    text
      .replace(/\s/g, '')
      .split(/(?<=[。！？])/)
      .filter((sentence) => sentence !== ''),
  );
