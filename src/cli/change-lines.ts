import type { CellChange, ReportDiff } from '../filing/report-diff.js';
import type { TotalChange } from '../filing/totals-diff.js';
import { placeWithTable } from '../format/place.js';
import type { Language } from '../format/form.js';
import { findingLines } from './finding-lines.js';
import { upkeepWords as words } from './upkeep-words.js';

/** What changes in a report: its name, then cells, facts and findings, a line each. */
export function changeLines(diff: ReportDiff, language: Language): string[] {
  const { report, cells, facts, textChanged, placesChanged, lost } = diff;
  return [
    `${report.agency} ${report.year} ${report.scope} (${report.revision})`,
    ...cells.map((change) => cellLine(change, language)),
    ...facts.map(({ name, before, after }) => `    ${name}: ${before ?? '–'} → ${after ?? '–'}`),
    ...(textChanged ? [`    ${words.text[language]}`] : []),
    ...(placesChanged > 0 ? [`    ${words.places(placesChanged)[language]}`] : []),
    ...lost.map(
      (cell) =>
        `    ${words.lost[language]}: ${placeWithTable(cell)[language]} ${cell.value ?? '–'}`,
    ),
    ...findingLines(diff, language),
  ];
}

function cellLine({ cell, before, after }: CellChange, language: Language): string {
  const [was, is] = [before, after].map((state) => {
    if (!state) return words.noCell[language];
    return state.value ?? state.status;
  });
  const status = before && after && before.value === after.value;
  const states = status ? ` (${before.status} → ${after.status})` : '';
  return `    ${placeWithTable(cell)[language]}: ${was ?? ''} → ${is ?? ''}${states}`;
}

/** Beyond so many a list is no longer read. */
const MOST = 200;

/** The totals that change, a line each: year, scope, province, cell, by how much and over how many reports. */
export function totalLines(changes: readonly TotalChange[], language: Language): string[] {
  const lines = changes
    .slice(0, MOST)
    .map(({ year, scope, provinceCode, cell, by, reports, stated }) => {
      const sign = by.startsWith('-') ? '' : '+';
      const where = `${year} ${scope} ${provinceCode ?? '–'}`;
      return `  ${where} ${placeWithTable(cell)[language]}: ${sign}${by} (${words.inReports(reports, stated)[language]})`;
    });
  const more = changes.length - lines.length;
  return [
    ...(lines.length > 0 ? [words.totals[language]] : []),
    ...lines,
    ...(more > 0 ? [`  ${words.more(more)[language]}`] : []),
  ];
}
