import { saveBlob } from './save-blob';

/** What a view shows, as rows of plain values. */
export interface PlainTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null | undefined)[])[];
}

/** A text that a spreadsheet could take for a formula is kept a text. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;

function field(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with a byte-order mark, by which Excel knows UTF-8. */
export const csvOf = ({ head, rows }: PlainTable): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

/** Saves a text as a file. */
export const save = (name: string, type: string, text: string): void =>
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
