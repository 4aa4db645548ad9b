import { shownFigure } from './figure-text.js';
import { maskPersonalData } from './personal-data.js';
import type { FilledForm, Finding } from './report.js';

/** A form as anyone may have it: personal data in its texts are masked, its figures stay. */
export const publicForm = (form: FilledForm): FilledForm => ({
  ...form,
  title: form.title === null ? null : maskPersonalData(form.title),
  cells: form.cells.map(shownFigure),
  sections: form.sections.map(({ ordinal, heading, text }) => ({
    ordinal,
    heading: maskPersonalData(heading),
    text: maskPersonalData(text),
  })),
  statements: form.statements.map((statement) => ({
    ...statement,
    sentence: maskPersonalData(statement.sentence),
  })),
  findings: publicFindings(form.findings),
});

/** Findings may quote the text. */
export const publicFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => ({
    ...finding,
    message: {
      ZH: maskPersonalData(finding.message.ZH),
      EN: maskPersonalData(finding.message.EN),
    },
  }));
