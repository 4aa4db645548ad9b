import {
  addressKey,
  cellsOf,
  type Block,
  type CellAddress,
  type TableName,
} from '../../format/form.js';
import { blocksOf, forms } from '../../format/forms.js';
import type { ReportQuery, Severity } from '../gql';

export type ReportNode = Extract<NonNullable<ReportQuery['node']>, { __typename: 'Report' }>;
export type ReportCell = ReportNode['cells'][number];
export type ReportFinding = ReportNode['findings'][number];

/** A finding with the number by which the page names it. */
export interface Numbered {
  readonly number: number;
  readonly finding: ReportFinding;
}

export interface ReportModel {
  readonly report: ReportNode;
  readonly cells: ReadonlyMap<string, ReportCell>;
  readonly findings: readonly Numbered[];
  /** Findings by the cells that they are about. */
  readonly about: ReadonlyMap<string, readonly Numbered[]>;
}

export const address = (cell: {
  readonly table: TableName;
  readonly row: string;
  readonly column?: string | null | undefined;
}): CellAddress => ({ table: cell.table, row: cell.row, column: cell.column ?? null });

export const keyOf = (cell: Parameters<typeof address>[0]): string => addressKey(address(cell));

export function modelOf(report: ReportNode): ReportModel {
  const findings = report.findings.map((finding, i) => ({ number: i + 1, finding }));
  const about = new Map<string, Numbered[]>();
  for (const numbered of findings) {
    for (const cell of numbered.finding.cells) {
      const key = keyOf(cell);
      about.set(key, [...(about.get(key) ?? []), numbered]);
    }
  }
  const cells = new Map(report.cells.map((cell) => [keyOf(cell), cell]));
  return { report, cells, findings, about };
}

const statesACell = (block: Block, { cells }: ReportModel): boolean =>
  [...cellsOf(block)].some((cell) => cells.has(addressKey(cell)));

const editionOf = ({ report }: ReportModel, table: TableName) =>
  ({
    ACTIVE_DISCLOSURE: report.editions.activeDisclosure,
    REQUESTS: report.editions.requests,
    APPEALS: report.editions.appeals,
  })[table] ?? null;

/** Each block of a table in the edition that the document uses for it; real reports mix editions. */
export function blocksOfReport(model: ReportModel, table: TableName): readonly Block[] {
  const edition = editionOf(model, table);
  if (table !== 'ACTIVE_DISCLOSURE') return blocksOf(edition ?? 'E2021', table);
  const keys = new Set(forms.flatMap((form) => form.blocks.map(({ key }) => key)));
  return [...keys].flatMap((key) => {
    const candidates = forms.flatMap((form) =>
      form.blocks.filter((block) => block.key === key && block.table === table),
    );
    return candidates.find((block) => statesACell(block, model)) ?? [];
  });
}

export const hasTable = (model: ReportModel, table: TableName): boolean =>
  editionOf(model, table) !== null;

const ranks: Record<Severity, number> = { ERROR: 0, WARNING: 1, INFO: 2 };

/** The gravest of findings; null of none. */
export const gravest = (findings: readonly Numbered[] | undefined): Severity | null =>
  (findings ?? []).map(({ finding }) => finding.severity).sort((a, b) => ranks[a] - ranks[b])[0] ??
  null;
