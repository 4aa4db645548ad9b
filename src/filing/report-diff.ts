import { isDeepStrictEqual } from 'node:util';
import { addressKey } from '../format/form.js';
import type { CellAddress } from '../format/form.js';
import type { FilledCell, FilledForm, ReportScope } from '../format/report.js';
import type { CellCorrection } from './apply-corrections.js';
import { figureChanges } from './counted-figures.js';
import type { FigureChange } from './counted-figures.js';
import type { FindingsDiff } from './findings-diff.js';

/** A report as lists of changes name it. */
export interface ReportName {
  reportId: string;
  agency: string;
  year: number;
  scope: ReportScope;
  revision: number;
  /** It counts in totals. */
  isCurrent: boolean;
  provinceCode: string | null;
}

type CellState = Pick<FilledCell, 'status' | 'value'>;

export interface CellChange {
  cell: CellAddress;
  /** Null where the form had no such cell. */
  before: CellState | null;
  after: CellState | null;
}

/** A fact beside the tables, e.g. the year that the document tells. */
export interface FactChange {
  name:
    'agency' | 'year' | 'scope' | 'title' | 'publishedOn' | 'unifiedSocialCreditCode' | 'editions';
  before: string | null;
  after: string | null;
}

/** What reading or judging a report anew comes to. */
export interface ReportDiff extends FindingsDiff {
  report: ReportName;
  cells: CellChange[];
  /** What changes in the totals that the report counts in. */
  figures: FigureChange[];
  facts: FactChange[];
  /** The text of its sections, or the figures it states. */
  textChanged: boolean;
  /** Cells of which the printed text or the place alone is another one. */
  placesChanged: number;
  /** Corrections of cells that the form does not have any more. */
  lost: readonly CellCorrection[];
}

const stateOf = (cell: FilledCell | undefined): CellState | null =>
  cell ? { status: cell.status, value: cell.value } : null;

/** What a form says otherwise than the one before it. */
export const diffForms = (
  before: FilledForm,
  after: FilledForm,
): Pick<ReportDiff, 'cells' | 'figures' | 'facts' | 'textChanged' | 'placesChanged'> => {
  const [old, now] = [before, after].map(
    (form) => new Map(form.cells.map((cell) => [addressKey(cell), cell])),
  ) as [Map<string, FilledCell>, Map<string, FilledCell>];
  const cells: CellChange[] = [];
  let placesChanged = 0;
  for (const { table, row, column } of new Map([...old, ...now]).values()) {
    const cell = { table, row, column };
    const [was, is] = [old.get(addressKey(cell)), now.get(addressKey(cell))];
    const same = isDeepStrictEqual(stateOf(was), stateOf(is));
    if (!same) cells.push({ cell, before: stateOf(was), after: stateOf(is) });
    else if (was?.raw !== is?.raw || was?.locator !== is?.locator) placesChanged++;
  }
  return {
    cells,
    figures: figureChanges(before, after),
    facts: factChanges(before, after),
    textChanged:
      !isDeepStrictEqual(before.sections, after.sections) ||
      !isDeepStrictEqual(before.statements, after.statements),
    placesChanged,
  };
};

const factsOf = (form: FilledForm): Record<FactChange['name'], string | null> => ({
  agency: form.agency,
  year: form.year === null ? null : String(form.year),
  scope: form.scope,
  title: form.title,
  publishedOn: form.publishedOn,
  unifiedSocialCreditCode: form.unifiedSocialCreditCode,
  editions: Object.values(form.editions)
    .map((edition: string | null) => edition ?? '–')
    .join(' '),
});

const factChanges = (before: FilledForm, after: FilledForm): FactChange[] => {
  const [old, now] = [factsOf(before), factsOf(after)];
  return (Object.keys(old) as FactChange['name'][]).flatMap((name) =>
    old[name] === now[name] ? [] : [{ name, before: old[name], after: now[name] }],
  );
};
