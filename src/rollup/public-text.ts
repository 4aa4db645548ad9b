import { shownFigure } from '../format/figure-text.js';
import { maskPersonalData } from '../format/personal-data.js';
import type {
  CorrectionRecord,
  EvidenceRecord,
  SectionRecord,
  SourceDocumentRecord,
} from './records.js';

/** What a document or a person says, as anyone may read it: personal data are masked, figures stay. */

export const publicSections = (sections: readonly SectionRecord[]): readonly SectionRecord[] =>
  sections.map((section) => ({
    ...section,
    heading: maskPersonalData(section.heading),
    text: maskPersonalData(section.text),
  }));

export const publicEvidence = (evidence: EvidenceRecord): EvidenceRecord => ({
  ...evidence,
  cells: evidence.cells.map(shownFigure),
  checkResults: evidence.checkResults.map(({ reason, ...result }) => ({
    ...result,
    reason: reason && { ZH: maskPersonalData(reason.ZH), EN: maskPersonalData(reason.EN) },
  })),
  statements: evidence.statements.map((statement) => ({
    ...statement,
    sentence: maskPersonalData(statement.sentence),
  })),
});

export const publicCorrections = (
  corrections: readonly CorrectionRecord[],
): readonly CorrectionRecord[] =>
  corrections.map((correction) => ({ ...correction, why: maskPersonalData(correction.why) }));

export const publicSource = (source: SourceDocumentRecord): SourceDocumentRecord => ({
  ...source,
  fileName: maskPersonalData(source.fileName),
});
