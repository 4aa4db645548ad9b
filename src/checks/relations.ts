import { addressKey } from '../format/form.js';
import { blocksOf, formOf } from '../format/forms.js';
import type { Edition, Relation, TableName } from '../format/form.js';
import type { BrokenRelation, FilledCell, FilledForm } from '../format/report.js';
import { countOf, isBlank } from './cells.js';

/** The sums that the form prints, one for each row or column they run along, with both sides of a report. */

/**
 * `SHORT`: the stated cells fall short of the other side and blank cells stand where the rest may belong.
 * `NOT_ASSESSABLE`: an operand is absent, unreadable, or a total that is blank.
 */
type RelationState = 'HOLDS' | 'FAILS' | 'SHORT' | 'NOT_ASSESSABLE';

export interface SumRelation {
  rule: Relation;
  table: TableName;
  edition: Edition;
  /** As findings name it: A1 and A4 by row, A2 and A3 by column. */
  name: BrokenRelation;
  state: RelationState;
  /** Operands with a number, or blank and counted as zero. */
  left: readonly FilledCell[];
  right: readonly FilledCell[];
  leftSum: number;
  rightSum: number;
  /** Operands that are blank and were counted as zero. */
  blanks: readonly FilledCell[];
  /** Operands that keep it from being assessed. */
  missing: readonly FilledCell[];
}

/** Edition of a table of one block; of the report's year or the newest where the table was not found. */
const editionOfTable = (form: FilledForm, table: TableName): Edition => {
  const [key] = blocksOf('E2021', table).map((block) => block.key);
  const named = key === undefined ? undefined : form.blockEditions[key];
  if (named) return named;
  const rows = new Set(form.cells.filter((c) => c.table === table).map((c) => c.row));
  const fits = (edition: Edition): boolean =>
    blocksOf(edition, table).every((block) => block.rows.every((row) => rows.has(row.key)));
  return fits('E2019') && !fits('E2021') ? 'E2019' : 'E2021';
};

/** Rows and columns whose cells are sums: blank there means missing, not nothing. */
const totals = new Map<readonly Relation[], Record<Relation['along'], ReadonlySet<string>>>();

const totalsOf = (rules: readonly Relation[], along: Relation['along']): ReadonlySet<string> => {
  const of = (one: Relation['along']): ReadonlySet<string> =>
    new Set(rules.filter((r) => r.along === one && r.right.length === 1).flatMap((r) => r.right));
  const known = totals.get(rules) ?? { ROWS: of('ROWS'), COLUMNS: of('COLUMNS') };
  totals.set(rules, known);
  return known[along];
};

/** A cell with what its relations need of it. */
interface Operand {
  cell: FilledCell;
  count: number | null;
  /** Counted as zero, unless it is a total. */
  isBlank: boolean;
  keepsFromAssessing: boolean;
}

const stateOf = (difference: number, blankLeft: boolean, blankRight: boolean): RelationState => {
  if (difference === 0) return 'HOLDS';
  return (difference < 0 && blankLeft) || (difference > 0 && blankRight) ? 'SHORT' : 'FAILS';
};

const absent = (table: TableName, row: string, column: string): FilledCell => ({
  table,
  row,
  column,
  status: 'ABSENT',
  value: null,
  raw: null,
  locator: null,
});

class TableSums {
  private readonly operands = new Map<string, Map<string, Operand>>();
  private readonly totalColumns: ReadonlySet<string>;
  private readonly totalRows: ReadonlySet<string>;

  constructor(
    cells: FilledForm['cells'],
    private readonly table: TableName,
    private readonly edition: Edition,
    private readonly rules: readonly Relation[],
  ) {
    this.totalColumns = totalsOf(rules, 'COLUMNS');
    this.totalRows = totalsOf(rules, 'ROWS');
    for (const cell of cells) if (cell.table === table) this.add(cell);
  }

  /** Every rule along every row or column, in printed order. */
  *all(): Generator<SumRelation> {
    for (const rule of this.rules) {
      for (const block of blocksOf(this.edition, this.table)) {
        const lines = rule.along === 'COLUMNS' ? block.rows : block.columns;
        for (const line of lines) yield this.one(rule, line.key);
      }
    }
  }

  private one(rule: Relation, line: string): SumRelation {
    const byRow = rule.along === 'COLUMNS';
    const operand = (key: string): Operand =>
      byRow ? this.operand(line, key) : this.operand(key, line);
    const left = sideOf(rule.left.map(operand));
    const right = sideOf(rule.right.map(operand));
    const missing = [...left.missing, ...right.missing];
    return {
      rule,
      table: this.table,
      edition: this.edition,
      name: byRow ? { check: rule.check, row: line } : { check: rule.check, column: line },
      state:
        missing.length > 0
          ? 'NOT_ASSESSABLE'
          : stateOf(left.sum - right.sum, left.blanks.length > 0, right.blanks.length > 0),
      left: left.cells,
      right: right.cells,
      leftSum: left.sum,
      rightSum: right.sum,
      blanks: [...left.blanks, ...right.blanks],
      missing,
    };
  }

  private operand(row: string, column: string): Operand {
    return this.operands.get(row)?.get(column) ?? this.add(absent(this.table, row, column));
  }

  private add(cell: FilledCell): Operand {
    const { row, column } = cell;
    const [count, blank] = [countOf(cell), isBlank(cell)];
    const isTotal = this.totalRows.has(row) || this.totalColumns.has(column ?? '');
    const operand: Operand = {
      cell,
      count,
      isBlank: blank,
      keepsFromAssessing: blank ? isTotal : count === null,
    };
    const columns = this.operands.get(row) ?? new Map<string, Operand>();
    this.operands.set(row, columns.set(column ?? '', operand));
    return operand;
  }
}

interface Side {
  cells: FilledCell[];
  sum: number;
  missing: FilledCell[];
  blanks: FilledCell[];
}

const sideOf = (operands: readonly Operand[]): Side => {
  const side: Side = { cells: [], sum: 0, missing: [], blanks: [] };
  for (const { cell, count, isBlank: blank, keepsFromAssessing } of operands) {
    side.cells.push(cell);
    side.sum += count ?? 0;
    if (keepsFromAssessing) side.missing.push(cell);
    else if (blank) side.blanks.push(cell);
  }
  return side;
};

/** The relations of tables three and four of a report, in printed order. */
export const sumRelations = (form: FilledForm): readonly SumRelation[] =>
  (['REQUESTS', 'APPEALS'] as const).flatMap((table) => {
    const edition = editionOfTable(form, table);
    const rules = formOf(edition).relations[table];
    return [...new TableSums(form.cells, table, edition, rules).all()];
  });

/** True where the cell is a sum of others by a rule of its table: 总计 of a row, （七）总计 of a column. */
export const isTotal = (
  cell: FilledCell | { row: string; column: string | null },
  of: SumRelation,
): boolean => {
  const rules = formOf(of.edition).relations[of.table];
  return totalsOf(rules, 'ROWS').has(cell.row) || totalsOf(rules, 'COLUMNS').has(cell.column ?? '');
};

/** The cells that stand in at least one of the relations, each once, in the order met. */
export const operandsOf = (relations: readonly SumRelation[]): readonly FilledCell[] => [
  ...new Map(
    relations.flatMap((r) => [...r.left, ...r.right]).map((cell) => [addressKey(cell), cell]),
  ).values(),
];
