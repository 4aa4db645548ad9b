import type { ValueKind } from '../format/form.js';
import { absentCell, unreadableCell } from '../format/printed-marks.js';
import type { CellStatus, FilledCell } from '../format/report.js';
import { readValue } from '../ingest/tables/value.js';

/** A figure as an export prints it. */
export interface PrintedFigure {
  text: string;
  /** Exact decimal where the text is a number. */
  value: string | null;
  status: CellStatus;
}

/** The mark of a cell that states no number on purpose, where the document's own is not known. */
const MARK = '/';

/**
 * What a cell prints: its number without needless zeros, the document's own mark or unreadable text, nothing where it is
 * blank. What is printed reads again as what the cell was.
 */
export function printedCell(cell: FilledCell | undefined, kind: ValueKind): PrintedFigure {
  const status = cell?.status ?? 'ABSENT';
  const value = cell?.value ?? null;
  return { text: value ?? wordOf(status, cell?.raw?.trim() ?? '', kind), value, status };
}

function wordOf(status: CellStatus, raw: string, kind: ValueKind): string {
  if (status === 'ABSENT') return absentCell;
  if (status === 'MARK') return readsAs(raw, 'MARK', kind) ? raw : MARK;
  if (status === 'UNREADABLE') return readsAs(raw, 'UNREADABLE', kind) ? raw : unreadableCell;
  return '';
}

/** Plain words on one line; bars and quotes would be taken for the edges of cells. */
const PLAIN = /^[\p{L}\p{N}\p{P}\p{Sc}\p{Sm} ]{1,80}$/u;
const EDGES = /[|｜│┃┆┊║¦"'\\;,]/u;

const readsAs = (raw: string, status: CellStatus, kind: ValueKind): boolean =>
  PLAIN.test(raw) && !EDGES.test(raw) && readValue(raw, kind).status === status;
