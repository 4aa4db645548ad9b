import { addressKey, cellsOf } from '../../format/form.js';
import { editionOfYear, formOf } from '../../format/forms.js';
import type { ValueKind } from '../../format/form.js';
import type { FilledCell, FilledForm } from '../../format/report.js';

/** Whose report is to be filled in, and of which year. */
export interface TemplateQuestion {
  /** Null: anybody's. */
  agency: string | null;
  year: number;
  /** Last year's row carriedOut by column, where that is known. */
  carriedOut: ReadonlyMap<string, string>;
}

/**
 * The form of a year with nothing filled in but what was carried over: last year’s carriedOut is this year’s carriedIn, which X1
 * would compare.
 */
export function blankForm({ agency, year, carriedOut }: TemplateQuestion): FilledForm {
  const edition = editionOfYear(year);
  const { blocks } = formOf(edition);
  const addresses = blocks.flatMap((block) => [...cellsOf(block)]);
  const cells = addresses.map(({ table, row, column }): FilledCell => {
    const value = row === 'carriedIn' ? (carriedOut.get(column ?? '') ?? null) : null;
    const status = value === null ? 'BLANK' : 'READ';
    return { table, row, column, status, value, raw: value ?? '', locator: null };
  });
  return {
    ...{ agency, year, scope: 'ORGAN', titleYear: year, periodYear: year, title: null },
    ...{ publishedOn: null, unifiedSocialCreditCode: null, sections: [], statements: [] },
    editions: { activeDisclosure: edition, requests: edition, appeals: edition },
    blockEditions: Object.fromEntries(blocks.map(({ key }) => [key, edition])),
    cells,
    findings: [],
  };
}

/** The kind of number that each cell takes, by `addressKey`. */
export const kindsOf = (year: number): ReadonlyMap<string, ValueKind> =>
  new Map(
    formOf(editionOfYear(year)).blocks.flatMap((block) =>
      [...cellsOf(block)].map((cell) => [addressKey(cell), cell.kind] as const),
    ),
  );
