import { IngestError } from '../ingest-error.js';

export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** `C7` → zero-based row 6, column 2. @throws IngestError CORRUPT_FILE */
export function parseAddress(address: string): { row: number; column: number } {
  const match = /^\$?([A-Z]{1,4})\$?(\d{1,7})$/.exec(address);
  const [, letters, digits] = match ?? [];
  if (letters === undefined || digits === undefined) {
    throw new IngestError(
      'CORRUPT_FILE',
      `A cell has the impossible address ${address.slice(0, 20)}.`,
    );
  }
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** `A1:C3` → zero-based corners; null where it is no range. */
export function parseRange(ref: string): Range | null {
  const [from, to] = ref.split(':');
  if (from === undefined || to === undefined) return null;
  const a = parseAddress(from);
  const b = parseAddress(to);
  if (b.row < a.row || b.column < a.column) return null;
  return { top: a.row, left: a.column, bottom: b.row, right: b.column };
}

/** 2 → `C`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}
