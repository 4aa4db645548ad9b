import type { ReportSection, Statement } from '../../format/report.js';
import { sections as sectionsOfForm } from '../../format/sections.js';
import { readStatements } from './read-statements.js';

const LAST_OF_FORM = Math.max(...sectionsOfForm.map((section) => section.ordinal));

/** The figures that the prose of the form's six sections states. */
export const statementsOfSections = (
  sections: readonly ReportSection[],
  year: number | null,
): Statement[] =>
  sections
    .filter((section) => section.ordinal <= LAST_OF_FORM)
    .flatMap(({ heading, text }) => readStatements(text, year, heading));
