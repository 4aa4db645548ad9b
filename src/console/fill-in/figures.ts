import { addressKey, cellsOf } from '../../format/form.js';
import type { CellAddress, TableName, ValueKind } from '../../format/form.js';
import { blocksOf } from '../../format/forms.js';
import type { FilledCell, FilledForm } from '../../format/report.js';
import type { ReportTablesInput } from '../gql';

/** What stands in each cell as it was typed, by `addressKey`; a cell that is not there is not filled in yet. */
export type Typed = ReadonlyMap<string, string>;

export const tables: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

/** The edition in which reports are filled in. */
export const EDITION = 'E2021';

/** Every cell of the form, in printed order. */
export const places: readonly (CellAddress & { kind: ValueKind })[] = tables.flatMap((table) =>
  blocksOf(EDITION, table).flatMap((block) => [...cellsOf(block)]),
);

/** Signs by which a cell says that it has no number. */
const BLANK = /^[-−–—/／\\]$/;
const COUNT = /^-?\d{1,12}$/;
const AMOUNT = /^-?\d{1,12}(?:\.\d{1,6})?$/;

/** A typed text as a number ("12", "3.5"), null for a sign that says blank, undefined where it is neither. */
export function numberOf(typed: string, kind: ValueKind): string | null | undefined {
  const text = typed.normalize('NFKC').replace(/[,\s]/g, '');
  if (BLANK.test(text)) return null;
  if (!(kind === 'COUNT' ? COUNT : AMOUNT).test(text)) return undefined;
  const [whole = '', decimals = ''] = text.replace(/^(-?)0+(?=\d)/, '$1').split('.');
  const rest = decimals.replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** Figures of a report that is there, as a person would type them. */
export const typedOf = (cells: readonly (CellAddress & Pick<FilledCell, 'value'>)[]): Typed => {
  const own = new Set(places.map(addressKey));
  return new Map(
    cells.flatMap((cell): [string, string][] =>
      own.has(addressKey(cell)) ? [[addressKey(cell), cell.value ?? '/']] : [],
    ),
  );
};

interface Subject {
  readonly agency: string;
  readonly year: number;
  readonly scope: NonNullable<FilledForm['scope']>;
}

/** What was typed as a form that the checks judge; cells that are not filled in yet are ABSENT and not judged. */
export function formOf({ agency, year, scope }: Subject, typed: Typed): FilledForm {
  const blocks = tables.flatMap((table) => blocksOf(EDITION, table));
  const cells = places.map(({ kind, ...address }): FilledCell => {
    const text = typed.get(addressKey(address));
    const value = text === undefined ? undefined : numberOf(text, kind);
    const place = { ...address, raw: text ?? null, locator: null };
    return value === undefined
      ? { ...place, status: 'ABSENT', value: null }
      : { ...place, status: value === null ? 'MARK' : 'ENTERED', value };
  });
  return {
    ...{ agency, year, scope, cells },
    ...{ title: null, publishedOn: null, unifiedSocialCreditCode: null },
    ...{ titleYear: null, periodYear: null },
    editions: { activeDisclosure: EDITION, requests: EDITION, appeals: EDITION },
    blockEditions: Object.fromEntries(blocks.map(({ key }) => [key, EDITION])),
    ...{ sections: [], statements: [], findings: [] },
  };
}

/** Cells that nobody has typed anything in yet, or no number. */
export const open = (typed: Typed): typeof places =>
  places.filter((place) => {
    const text = typed.get(addressKey(place));
    return text === undefined || numberOf(text, place.kind) === undefined;
  });

/** The three tables as the API takes them; what is not typed is left out. */
export function inputOf(typed: Typed): ReportTablesInput {
  const input: Record<TableName, Record<string, unknown>> = {
    ACTIVE_DISCLOSURE: {},
    REQUESTS: { outcomes: [] },
    APPEALS: {},
  };
  for (const table of tables) {
    for (const block of blocksOf(EDITION, table)) {
      for (const row of block.rows) {
        const figures: Record<string, number | string | null> = {};
        for (const { column, kind } of places.filter(
          (p) => p.table === table && p.row === row.key,
        )) {
          const value = numberOf(
            typed.get(addressKey({ table, row: row.key, column })) ?? '',
            kind,
          );
          if (value === undefined) continue;
          figures[column ?? row.key] = value !== null && kind === 'COUNT' ? Number(value) : value;
        }
        const into = input[table];
        if (row.category)
          (into['outcomes'] as unknown[]).push({ outcome: row.key, counts: figures });
        else if (block.single) Object.assign(into, figures);
        else into[row.key] = figures;
      }
    }
  }
  return {
    activeDisclosure: input.ACTIVE_DISCLOSURE,
    requests: input.REQUESTS,
    appeals: input.APPEALS,
  } as unknown as ReportTablesInput;
}

/** Last year's requests carried out, as this year's carried in. */
export const carriedIn = (before: Typed): Typed =>
  new Map(
    places.flatMap((place): [string, string][] => {
      if (place.row !== 'carriedIn') return [];
      const value = before.get(addressKey({ ...place, row: 'carriedOut' }));
      return value === undefined ? [] : [[addressKey(place), value]];
    }),
  );
