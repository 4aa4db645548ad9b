import type { Token } from './tokens.js';

/** A stretch of a sentence between commas, semicolons, brackets, or figures of a list. */
export interface Clause {
  tokens: readonly Token[];
  /** 0 outside brackets. */
  depth: number;
  /** The text before a bracket with figures in it, where this clause goes on behind the bracket. */
  continues: readonly Token[];
  /** The text before the bracket that this clause opens. */
  outer: readonly Token[];
  /** A colon stands before it. */
  afterColon: boolean;
  /** A semicolon or the beginning of the sentence stands before it. */
  opensSegment: boolean;
}

const ENDS = /^[,;:。!?\n]$/;

/** Clauses of one sentence, in the order of the text. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  const brackets: Token[][] = [];
  let current: Token[] = [];
  let continues: readonly Token[] = [];
  let outer: readonly Token[] = [];
  let opensSegment = true;
  let afterColon = false;
  const close = (): void => {
    if (current.length + continues.length > 0) {
      clauses.push({
        tokens: current,
        depth: brackets.length,
        continues,
        outer,
        afterColon,
        opensSegment,
      });
      opensSegment = false;
      afterColon = false;
    }
    current = [];
    continues = [];
    outer = [];
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.kind !== 'mark') {
      current.push(token);
      continue;
    }
    if (token.mark === '(') {
      const end = closing(tokens, i);
      if (!tokens.slice(i, end).some((t) => t.kind === 'number')) {
        current.push(...tokens.slice(i + 1, end).filter((t) => t.kind === 'word'));
        i = end;
        continue;
      }
      const left = [...continues, ...current];
      close();
      brackets.push(endsWithFigure(left) ? [] : left);
      outer = brackets.at(-1) ?? [];
    } else if (token.mark === ')') {
      close();
      continues = brackets.pop() ?? [];
    } else if (ENDS.test(token.mark)) {
      close();
      afterColon = token.mark === ':';
      if (token.mark !== ',' && token.mark !== ':') opensSegment = true;
    } else if (token.mark === '、') {
      if (current.some((t) => t.kind === 'number')) close();
      else current.push(token);
    }
  }
  close();
  return clauses.filter((c) => c.tokens.length > 0);
}

/** Index of the bracket that closes the one at `open`; the last token where it stays open. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'mark') continue;
    if (token.mark === '(') depth++;
    else if (token.mark === ')' && --depth === 0) return i;
  }
  return tokens.length;
}

const endsWithFigure = (tokens: readonly Token[]): boolean => {
  const last = tokens.findLastIndex((t) => t.kind === 'number');
  return last >= 0 && !tokens.slice(last + 1).some((t) => t.kind === 'word');
};
