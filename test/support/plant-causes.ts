import type { CheckContext } from '../../src/checks/run.js';
import { addressKey } from '../../src/format/form.js';
import { blocksOf, formOf } from '../../src/format/forms.js';
import type { FilledCell, FilledForm } from '../../src/format/report.js';
import { exampleRoster } from '../../src/filing/samples/example-roster.js';
import { addFigures } from '../../src/filing/synth/add-figures.js';
import { makeReport } from '../../src/filing/synth/make-report.js';
import { Random } from '../../src/filing/synth/random.js';
import { figuresOf } from '../../src/filing/synth/synthesize.js';

/** Random reports in which one cause of an error was planted, with what is known beside them. */

export interface Planted {
  /** How it was planted. */
  variant: string;
  form: FilledForm;
  context: CheckContext;
}

/** A sound report, with last year's and with the consolidated report of its area. */
export interface Sound {
  form: FilledForm;
  context: CheckContext;
}

const agencies = exampleRoster();
const LAST_YEAR = 2024;

/** The same for the same number. */
export function soundReport(seed: number): Sound {
  const random = new Random(`sound/${seed}`);
  const year = random.int(2020, LAST_YEAR);
  const at = random.int(0, agencies.length - 1);
  const options = { seed: `world ${seed}`, firstYear: 2019, lastYear: year };
  const agency = agencies[at]!;
  const [last, now] = figuresOf(options, agency).slice(-2);
  const others = [1, 2, 3].map((i) => agencies[(at + 7 * i) % agencies.length]!);
  const ofArea = [now!, ...others.map((o) => figuresOf(options, o).at(-1)!)];
  const made = makeReport(options.seed, agency, now!);
  return {
    form: made.form,
    context: {
      previous: makeReport(options.seed, agency, last!).form,
      consolidated: makeReport(options.seed, agency, addFigures(ofArea), {
        scope: 'REGION_CONSOLIDATED',
      }).form,
      agencyKind: agency.kind,
      agencyLevel: agency.level,
      publishedOn: made.publishedOn,
    },
  };
}

const keyOf = (row: string, column: string | null): string =>
  addressKey({ table: row in APPEAL_ROWS ? 'APPEALS' : 'REQUESTS', row, column });
const APPEAL_ROWS = Object.fromEntries(
  blocksOf('E2021', 'APPEALS').flatMap((b) => b.rows.map((r) => [r.key, true])),
);

/** Figures of tables three and four that can be changed one by one. */
class Sheet {
  private readonly cells: Map<string, FilledCell>;
  readonly edition;

  constructor(private readonly form: FilledForm) {
    this.cells = new Map(form.cells.map((cell) => [addressKey(cell), cell]));
    this.edition = form.editions.requests ?? 'E2021';
  }

  get(row: string, column: string): number {
    return Number(this.cells.get(keyOf(row, column))?.value ?? NaN);
  }

  set(row: string, column: string, value: number): void {
    this.change(keyOf(row, column), { value: String(value), raw: String(value) });
  }

  add(rows: readonly string[], columns: readonly string[], by: number): void {
    for (const row of rows)
      for (const column of columns) this.set(row, column, this.get(row, column) + by);
  }

  change(key: string, to: Partial<FilledCell>): void {
    const cell = this.cells.get(key);
    if (cell) this.cells.set(key, { ...cell, ...to });
  }

  /** Cells of tables three and four. */
  counts(): FilledCell[] {
    return [...this.cells.values()].filter((c) => c.table !== 'ACTIVE_DISCLOSURE');
  }

  row(key: string): FilledCell[] {
    return this.counts().filter((c) => c.row === key);
  }

  done(): FilledForm {
    return { ...this.form, cells: [...this.cells.values()] };
  }
}

const rowsOf = (sheet: Sheet): string[] =>
  blocksOf(sheet.edition, 'REQUESTS')[0]!.rows.map((r) => r.key);
const leavesOf = (sheet: Sheet): string[] =>
  formOf(sheet.edition)
    .relations.REQUESTS.find((r) => r.check === 'A2')!
    .left.slice();
const parts = blocksOf('E2021', 'REQUESTS')[0]!
  .columns.map((c) => c.key)
  .slice(0, -1);
const appealParts = blocksOf('E2021', 'APPEALS')[0]!
  .columns.map((c) => c.key)
  .slice(0, -1);

const any = <T>(items: readonly T[], random: Random): T | undefined =>
  items.length === 0 ? undefined : items[random.int(0, items.length - 1)];

/** Plants; false where this report does not lend itself. Returns how. */
type Plant = (sheet: Sheet, random: Random, context: CheckContext) => string | false;

const filledRows = (sheet: Sheet): string[] =>
  rowsOf(sheet).filter((row) => sheet.row(row).some((c) => c.value !== '0'));

const otherOrder = (value: string, random: Random): string | undefined =>
  any(
    Array.from(value.slice(1), (_, i) => i)
      .map((i) => value.slice(0, i) + value[i + 1]! + value[i]! + value.slice(i + 2))
      .filter((v) => v !== value && !v.startsWith('0')),
    random,
  );

const transposeDigits: Plant = (sheet, random) => {
  const cell = any(
    sheet.counts().filter((c) => otherOrder(c.value ?? '', new Random('x')) !== undefined),
    random,
  );
  const to = cell && otherOrder(cell.value ?? '', random);
  if (!cell || !to) return false;
  sheet.set(cell.row, cell.column ?? '', Number(to));
  return cell.table === 'APPEALS' ? 'table four' : 'table three';
};

const shiftRow = (sheet: Sheet, row: string, right: boolean, blank: boolean): void => {
  const cells = sheet.row(row);
  const values = cells.map((c) => c.value ?? '0');
  const moved = right ? ['', ...values.slice(0, -1)] : [...values.slice(1), ''];
  cells.forEach((c, i) => {
    const value = moved[i] ?? '';
    if (value !== '') sheet.set(row, c.column ?? '', Number(value));
    else if (blank) sheet.change(addressKey(c), { status: 'BLANK', value: null, raw: '' });
    else sheet.set(row, c.column ?? '', 0);
  });
};

const shiftColumns: Plant = (sheet, random) => {
  const rows = filledRows(sheet);
  if (rows.length < 3) return false;
  const right = random.chance(0.5);
  if (random.chance(0.5)) {
    for (const row of rowsOf(sheet)) shiftRow(sheet, row, right, false);
    return `table to the ${right ? 'right' : 'left'}`;
  }
  shiftRow(sheet, any(rows, random)!, right, right && random.chance(0.5));
  return `row to the ${right ? 'right' : 'left'}`;
};

const forgetTotal: Plant = (sheet, random) => {
  const more = random.int(1, 4);
  const [leaf, column] = [any(leavesOf(sheet), random)!, any(parts, random)!];
  const flow = ['received', leaf, 'completed'];
  switch (random.int(0, 3)) {
    case 0:
      sheet.add(flow, [column], more);
      return 'column of totals';
    case 1:
      sheet.add(['received', leaf], [column, 'total'], more);
      return 'row of totals';
    case 2: {
      const stale = any(flow, random)!;
      sheet.add(flow, [column, 'total'], more);
      sheet.add([stale], ['total'], -more);
      return 'one total';
    }
    default: {
      const row = any(Object.keys(APPEAL_ROWS), random)!;
      sheet.add([row], [any(appealParts, random)!], more);
      return 'table four';
    }
  }
};

const leaveBlank: Plant = (sheet, random) => {
  const mark = random.chance(0.4);
  const blank = { status: mark ? 'MARK' : 'BLANK', value: null, raw: mark ? '/' : '' } as const;
  const zeros = sheet.counts().filter((c) => c.value === '0');
  const table = random.chance(0.6) ? 'REQUESTS' : 'APPEALS';
  const all = zeros.filter((c) => c.table === table);
  if (all.length === 0) return false;
  const few = random.chance(0.5);
  for (const cell of few ? all.filter(() => random.chance(0.25)) : all) {
    sheet.change(addressKey(cell), blank);
  }
  if (few) sheet.change(addressKey(any(all, random)!), blank);
  return `${few ? 'some' : 'all'} of ${table}`;
};

const moveRequest: Plant = (sheet, random) => {
  const row = any(filledRows(sheet), random);
  const from =
    row === undefined
      ? undefined
      : any(
          parts.filter((c) => sheet.get(row, c) > 0),
          random,
        );
  if (row === undefined || from === undefined) return false;
  const to = any(
    parts.filter((c) => c !== from),
    random,
  )!;
  const moved = random.int(1, Math.min(3, sheet.get(row, from)));
  sheet.add([row], [from], -moved);
  sheet.add([row], [to], moved);
  return `row ${row === 'completed' ? 'of totals' : 'of parts'}`;
};

const FEE = addressKey({ table: 'ACTIVE_DISCLOSURE', row: 'administrativeFeesWan', column: null });

const chargeInYuan: Plant = (sheet, _random, { previous }) => {
  const fee = sheet.done().cells.find((c) => addressKey(c) === FEE)?.value;
  const last = previous?.cells.find((c) => addressKey(c) === FEE)?.value;
  if (!fee || fee === '0' || !last) return false;
  const yuan = String(Math.round(Number(fee) * 1_000_000) / 100);
  sheet.change(FEE, { value: yuan, raw: yuan });
  return 'fee';
};

/** Figures of another report, where they differ and say something. */
const copyFrom =
  (of: (context: CheckContext) => FilledForm | null | undefined): Plant =>
  (sheet, random, context) => {
    const source = of(context);
    if (!source) return false;
    const there = new Map(source.cells.map((c) => [addressKey(c), c.value]));
    const differing = sheet.counts().filter((c) => {
      const value = Number(there.get(addressKey(c)) ?? 0);
      return value >= 3 && String(value) !== c.value;
    });
    const cell = any(differing, random);
    if (!cell) return false;
    const whole = cell.table === 'REQUESTS' && random.chance(0.4);
    for (const c of whole ? sheet.row(cell.row) : [cell]) {
      sheet.set(c.row, c.column ?? '', Number(there.get(addressKey(c)) ?? 0));
    }
    const total = cell.column === 'total' || cell.row === 'completed';
    if (whole) return 'row of table three';
    return cell.table === 'APPEALS' ? 'table four' : total ? 'total' : 'cell of table three';
  };

/** Each cause with how it comes about. */
export const plants = {
  DIGITS_TRANSPOSED: transposeDigits,
  COLUMN_SHIFTED: shiftColumns,
  TOTAL_NOT_UPDATED: forgetTotal,
  BLANK_FOR_ZERO: leaveBlank,
  MOVED_BETWEEN_COLUMNS: moveRequest,
  YUAN_FOR_WAN: chargeInYuan,
  LAST_YEARS_FIGURE: copyFrom((context) => context.previous),
  CONSOLIDATED_FIGURE: copyFrom((context) => context.consolidated),
} as const satisfies Record<string, Plant>;

export type Cause = keyof typeof plants;

/** So many reports with the cause, each another. */
export function planted(cause: Cause, count: number): Planted[] {
  const found: Planted[] = [];
  for (let seed = 0; found.length < count; seed++) {
    const { form, context } = soundReport(seed);
    const sheet = new Sheet(form);
    const variant = plants[cause](sheet, new Random(`${cause}/${seed}`), context);
    if (variant !== false) found.push({ variant, form: sheet.done(), context });
  }
  return found;
}
