import type { CellAddress, Label, TableName } from '../format/form.js';
import { forms } from '../format/forms.js';
import { tablePlace } from '../format/place.js';
import { readerRules } from '../format/reader-rules.js';
import type { FilledCell, Finding } from '../format/report.js';
import { plainText } from './facts/plain.js';
import type { Line } from './facts/plain.js';

/** So many labels of a table in the text, and figures with them, show that it was printed. */
const LABELS = 4;

const TABLES: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

/**
 * Tables whose labels and figures stand in the text without any form in which they could be read: their cells are
 * doubtful, not missing from the document.
 */
export function lostTables(cells: readonly FilledCell[], lines: readonly Line[]): Finding[] {
  const lost = TABLES.filter((t) => cells.every((c) => c.table !== t || c.value === null));
  if (lost.length === 0) return [];
  return lost
    .filter((table) => labelsIn(lines, table) >= LABELS)
    .map((table) => findingOf(table, rowsOf(table, cells)));
}

/** Labels of a table that stand directly before a figure; table four has its figures in a line of their own. */
function labelsIn(lines: readonly Line[], table: TableName): number {
  const apart = table === 'APPEALS';
  if (apart && !lines.some((line) => /^[\d—–/-]{5,}$/.test(line.plain))) return 0;
  return labelsOf(table).filter((label) =>
    lines.some(({ plain }) => {
      const at = plain.indexOf(label);
      return at >= 0 && (apart || /^\D{0,4}\d/.test(plain.slice(at + label.length)));
    }),
  ).length;
}

/** Labels before the figures of a table, without their numbers. */
function labelsOf(table: TableName): string[] {
  const labels = new Set<string>();
  for (const block of forms.flatMap((f) => f.blocks)) {
    if (block.table !== table) continue;
    const parts: readonly { label: Label }[] = table === 'APPEALS' ? block.columns : block.rows;
    for (const { label } of parts) {
      labels.add(plainText(label.zh).replace(/^\d\.|^[一二三四]、/, ''));
    }
  }
  return [...labels];
}

/** Rows of the table, each as the address of all its cells. */
function rowsOf(table: TableName, cells: readonly FilledCell[]): CellAddress[] {
  const rows = new Set(cells.filter((c) => c.table === table).map((c) => c.row));
  return [...rows].map((row) => ({ table, row, column: null }));
}

function findingOf(table: TableName, cells: readonly CellAddress[]): Finding {
  const { code, severity, title } = readerRules.INCOMPLETE;
  const place = tablePlace(table);
  return {
    check: code,
    severity,
    message: {
      ZH: `${place.ZH}：${title.ZH}，文中有该表的文字和数字，但无法分辨单元格，未读出。`,
      EN: `${place.EN}: ${title.EN}: its labels and figures stand in the text, but not as cells that could be read.`,
    },
    left: null,
    right: null,
    difference: null,
    breaks: [],
    cells,
    repair: [],
    fault: 'READING',
    cause: null,
  };
}
