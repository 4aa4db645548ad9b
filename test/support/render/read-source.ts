import { readHtml } from '../../../src/ingest/read/html.js';
import { readText } from '../../../src/ingest/read/text.js';
import { readTables } from '../../../src/ingest/tables/read-tables.js';
import type { TableReading } from '../../../src/ingest/tables/read-tables.js';

/** Reads a piece of a page or of a text, whichever it is. */
export const readSource = (source: string, year: number | null = null): TableReading =>
  readTables(/<(?:table|p|div)\b/i.test(source) ? readHtml(source) : readText(source), year);

/** The values of a row, blank cells as `_`, marks as `/`, unreadable ones as `?`, absent ones as `.`. */
export function rowOf(reading: TableReading, row: string): string {
  const signs = { BLANK: '_', MARK: '/', UNREADABLE: '?', ABSENT: '.' } as Record<string, string>;
  return reading.cells
    .filter((c) => c.row === row)
    .map((c) => c.value ?? signs[c.status] ?? c.status)
    .join(' ');
}

/** The checks of the findings, in order, each once. */
export const codesOf = (reading: TableReading): string[] => [
  ...new Set(reading.findings.map((f) => f.check)),
];
