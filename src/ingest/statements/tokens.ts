import { numberAt } from './numbers.js';
import { wordAt } from './vocabulary.js';
import type { Word } from './vocabulary.js';

/** The parts of a sentence, with their places in the plain text. */
export type Token = { at: number; end: number } & (
  | { kind: 'word'; word: Word; text: string }
  | { kind: 'number'; value: string; unit: string }
  | { kind: 'percentage'; value: string }
  | { kind: 'year'; year: number }
  | { kind: 'mark'; mark: string }
  | { kind: 'text'; text: string }
);

const MARKS = /[,;:()、。!?\n]/;
const QUIET = /["“”'‘’〈〉<>「」【】·]/;
/** Titles of documents: the words in them count nothing. */
const TITLE = /《[^《》]{1,80}》/y;

/** Takes a sentence of plain text apart; letters that are no known word come as text, in one piece. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let rest = 0;
  const flush = (to: number): void => {
    const piece = text.slice(rest, to);
    if (piece !== '') tokens.push({ kind: 'text', text: piece, at: rest, end: to });
  };
  const take = (token: Token | null, at: number, end: number): void => {
    flush(at);
    if (token) tokens.push(token);
    rest = end;
  };
  for (let at = 0; at < text.length; at = Math.max(at + 1, rest)) {
    const character = text.charAt(at);
    if (MARKS.test(character)) {
      take({ kind: 'mark', mark: character, at, end: at + 1 }, at, at + 1);
      continue;
    }
    TITLE.lastIndex = at;
    const title = TITLE.exec(text)?.[0];
    if (title !== undefined) {
      take(null, at, at + title.length);
      continue;
    }
    const word = wordAt(text, at);
    if (word) {
      const end = at + word.text.length;
      take({ kind: 'word', ...word, at, end }, at, end);
      continue;
    }
    if (QUIET.test(character)) {
      take(null, at, at + 1);
      continue;
    }
    const number = numberAt(text, at);
    if (!number) continue;
    const end = at + number.length;
    if (number.kind === 'nothing') {
      take(number.year === null ? null : { kind: 'year', year: number.year, at, end }, at, end);
    } else take({ ...number, at, end }, at, end);
  }
  flush(text.length);
  return tokens;
}
