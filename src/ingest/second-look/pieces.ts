import type { Token } from '../tables/token.js';
import { readValue } from '../tables/value.js';

/** What stands, or may stand, in one place of a row. */
export interface Piece {
  /** As printed. */
  raw: string;
  locator: string;
  status: 'READ' | 'BLANK' | 'MARK' | 'UNREADABLE';
  /** 0 for a blank; NaN where nothing can be read. */
  count: number;
  value: string | null;
}

/** A row as a sequence of pieces, not yet laid on its places. */
export type Sequence = readonly Piece[];

const pieceOf = (text: string, { text: raw, locator }: Token): Piece => {
  const { status, value } = readValue(text, 'COUNT');
  const count = status === 'UNREADABLE' ? NaN : Number(value ?? '0');
  return { raw, locator, status, value, count };
};

const isGood = (piece: Piece): boolean => !Number.isNaN(piece.count);
export const isFilled = (piece: Piece): boolean => piece.status !== 'BLANK';

/**
 * Every way to take the printed pieces of a row for so many figures: as they are, without blanks, a text of two figures
 * taken apart or for one, digits that touch taken apart, figures that a gap or a page break cut joined.
 */
export function sequencesOf(tokens: readonly Token[], places: number, sure: boolean): Sequence[] {
  const plain = tokens.map((token) => pieceOf(token.text, token));
  const sequences: Sequence[] = [plain, ...spaced(tokens, plain)];
  if (sure && tokens.length === places) return sequences.filter((s) => s.length === places);
  for (const sequence of [...sequences]) {
    const filled = sequence.filter(isFilled);
    if (filled.length < sequence.length) sequences.push(filled);
    if (filled.length < places) sequences.push(...apart(filled));
    if (filled.length > places) sequences.push(...joined(filled));
    if (!sure && filled.length === places) sequences.push(...moved(filled));
  }
  return sequences;
}

const replaced = (sequence: Sequence, at: number, count: number, by: Sequence): Sequence => [
  ...sequence.slice(0, at),
  ...by,
  ...sequence.slice(at + count),
];

/** Texts with gaps or points within: 1 2 may be 12, or 1 and 2; 1.234 may be 1234. */
function spaced(tokens: readonly Token[], plain: Sequence): Sequence[] {
  return tokens.flatMap((token, i) => {
    const text = token.text.trim();
    const readings: Sequence[] = [];
    const parts = text.split(/\s+/);
    if (parts.length > 1) readings.push([pieceOf(parts.join(''), token)], pieces(parts, token));
    if (/^\d{1,3}(?:\.\d{3})+$/.test(text))
      readings.push([pieceOf(text.replaceAll('.', ''), token)]);
    return readings.filter((r) => r.every(isGood)).map((r) => replaced(plain, i, 1, r));
  });
}

const pieces = (texts: readonly string[], token: Token): Sequence =>
  texts.map((text) => pieceOf(text, token));

const digitsOf = (piece: Piece | undefined): string | null =>
  piece?.value && /^\d+$/.test(piece.value) ? piece.value : null;

const withDigits = (piece: Piece, digits: string, raw: string): Piece => ({
  ...piece,
  raw,
  value: digits,
  count: Number(digits),
});

/** A figure never begins with a nought that was printed within another. */
const isFigure = (digits: string): boolean => digits === '0' || /^[1-9]\d*$/.test(digits);

/** 123 as 1 and 23, or 12 and 3. */
function apart(filled: Sequence): Sequence[] {
  return filled.flatMap((piece, i) => {
    const digits = digitsOf(piece);
    if (digits === null) return [];
    return Array.from({ length: digits.length - 1 }, (_, k) => k + 1)
      .map((k) => [digits.slice(0, k), digits.slice(k)])
      .filter((parts) => parts.every(isFigure))
      .map((parts) =>
        replaced(
          filled,
          i,
          1,
          parts.map((d) => withDigits(piece, d, piece.raw)),
        ),
      );
  });
}

/** 1 and 2 as 12. */
function joined(filled: Sequence): Sequence[] {
  return filled.flatMap((piece, i) => {
    const next = filled[i + 1];
    const [a, b] = [digitsOf(piece), digitsOf(next)];
    if (!next || a === null || b === null || !isFigure(a + b)) return [];
    return [replaced(filled, i, 2, [withDigits(piece, a + b, `${piece.raw} ${next.raw}`)])];
  });
}

/** The digit beside the border of two columns may belong to the neighbour: 1 and 23 as 12 and 3. */
function moved(filled: Sequence): Sequence[] {
  return filled.flatMap((piece, i) => {
    const next = filled[i + 1];
    const [a, b] = [digitsOf(piece), digitsOf(next)];
    if (!next || a === null || b === null) return [];
    const raw = `${piece.raw} ${next.raw}`;
    return [
      [a + b.slice(0, 1), b.slice(1)],
      [a.slice(0, -1), a.slice(-1) + b],
    ]
      .filter((pair) => pair.every(isFigure))
      .map(([l = '', r = '']) =>
        replaced(filled, i, 2, [withDigits(piece, l, raw), withDigits(next, r, raw)]),
      );
  });
}
