import { blocksOf, forms } from '../format/forms.js';
import type { Block, Edition, ValueKind } from '../format/form.js';
import { addressKey } from '../format/form.js';
import type { FilledCell, FilledForm, Finding } from '../format/report.js';

/** A filled form as `nianbao parse` prints it; the documented contract names every key. */

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Record<string, Json>;

export interface ParseOutputOptions {
  /** With all cells: status, raw text and locator of each. */
  cells?: boolean;
}

/**
 * @param file the name as it was given
 * @param findings all findings to print, the reader's and the checks'
 */
export function parseOutput(
  file: string,
  form: FilledForm,
  findings: readonly Finding[],
  options: ParseOutputOptions = {},
): JsonObject {
  const values = new Values(form);
  const mixed = [...values.editions].includes('E2019');
  return {
    file,
    ok: true,
    agency: form.agency,
    year: form.year,
    scope: form.scope,
    title: form.title,
    editions: { ...form.editions },
    activeDisclosure: activeDisclosure(values),
    ...(mixed ? { activeDisclosure2019: activeDisclosure2019(values) } : {}),
    requests: requests(values),
    appeals: table(values, 'APPEALS'),
    sections: form.sections.map((section) => ({ ...section })),
    statements: form.statements.map((statement) => ({ ...statement })),
    publishedOn: form.publishedOn,
    unifiedSocialCreditCode: form.unifiedSocialCreditCode,
    findings: findings.map(findingOutput),
    ...(options.cells ? { cells: form.cells.map(cellOutput) } : {}),
  };
}

/** What is printed for a file that was not read. */
export const errorOutput = (file: string, code: string, message: string): JsonObject => ({
  file,
  ok: false,
  error: { code, message: `${file}: ${message}` },
});

/** The cells of a form by address, and which blocks it prints in which edition. */
class Values {
  private readonly cells: ReadonlyMap<string, FilledCell>;

  constructor(private readonly form: FilledForm) {
    this.cells = new Map(form.cells.map((cell) => [addressKey(cell), cell]));
  }

  /** Editions of the blocks of table two. */
  get editions(): ReadonlySet<Edition> {
    const keys = forms.flatMap((f) => f.blocks.filter((b) => b.table === 'ACTIVE_DISCLOSURE'));
    return new Set(keys.flatMap((b) => this.form.blockEditions[b.key] ?? []));
  }

  has(block: Block, row: string): boolean {
    return block.columns.some((c) => this.cells.has(key(block, row, c.key)));
  }

  get(block: Block, row: string, column: string, kind: ValueKind): Json {
    const value = this.cells.get(key(block, row, column))?.value ?? null;
    if (value === null || kind === 'AMOUNT_WAN' || kind === 'AMOUNT_YUAN') return value;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : null;
  }
}

const key = (block: Block, row: string, column: string): string =>
  addressKey({ table: block.table, row, column: block.single ? null : column });

/** The columns of a row, keyed by column. */
const rowOutput = (values: Values, block: Block, row: string): JsonObject =>
  Object.fromEntries(block.columns.map((c) => [c.key, values.get(block, row, c.key, c.kind)]));

/** Table two in the keys of the 2021 edition; what the document prints in the 2019 one stands beside. */
function activeDisclosure(values: Values): JsonObject {
  const output: JsonObject = {};
  for (const block of blocksOf('E2021', 'ACTIVE_DISCLOSURE')) {
    for (const { key: row } of block.rows) {
      const [column] = block.columns;
      output[row] =
        block.single && column
          ? (values.get(block, row, column.key, column.kind) ?? sameDecisions(values, row))
          : rowOutput(values, block, row);
    }
  }
  return output;
}

/** The number of decisions means the same in both editions and stands in both places. */
function sameDecisions(values: Values, row: string): Json {
  const name = /^(.+)Decisions$/.exec(row)?.[1];
  const block = blocksOf('E2019', 'ACTIVE_DISCLOSURE').find((b) =>
    b.rows.some((r) => r.key === name),
  );
  return block && name ? values.get(block, name, 'decisions', 'COUNT') : null;
}

function activeDisclosure2019(values: Values): JsonObject {
  const output: JsonObject = {};
  for (const block of blocksOf('E2019', 'ACTIVE_DISCLOSURE')) {
    for (const { key: row } of block.rows) output[row] = rowOutput(values, block, row);
  }
  return output;
}

/** Table three: the flows by their names, the outcomes that the edition prints in an object of their own. */
function requests(values: Values): JsonObject {
  const output: JsonObject = {};
  const outcomes: JsonObject = {};
  for (const { edition } of forms) {
    for (const block of blocksOf(edition, 'REQUESTS')) {
      for (const { key: row, category } of block.rows) {
        if (!values.has(block, row)) continue;
        if (category) outcomes[row] ??= rowOutput(values, block, row);
        else output[row] ??= rowOutput(values, block, row);
      }
    }
  }
  const { received, carriedIn, ...rest } = output;
  return { received: received ?? null, carriedIn: carriedIn ?? null, outcomes, ...rest };
}

function table(values: Values, name: 'APPEALS'): JsonObject {
  const output: JsonObject = {};
  for (const block of blocksOf('E2021', name)) {
    for (const { key: row } of block.rows) output[row] = rowOutput(values, block, row);
  }
  return output;
}

const address = (cell: { table: string; row: string; column: string | null }): JsonObject => ({
  table: cell.table,
  row: cell.row,
  ...(cell.column === null ? {} : { column: cell.column }),
});

const cellOutput = ({ status, value, raw, locator, ...cell }: FilledCell): JsonObject => ({
  table: cell.table,
  row: cell.row,
  column: cell.column,
  status,
  value,
  raw,
  locator,
});

const findingOutput = (finding: Finding): JsonObject => ({
  check: finding.check,
  severity: finding.severity,
  message: finding.message.ZH,
  left: finding.left,
  right: finding.right,
  difference: finding.difference,
  breaks: finding.breaks.map((broken) => ({ ...broken })),
  cells: finding.cells.map(address),
  repair: finding.repair.map((repair) => ({ ...address(repair), to: repair.to })),
  fault: finding.fault,
  cause: finding.cause,
});
