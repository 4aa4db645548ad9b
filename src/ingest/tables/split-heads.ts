import { isLabel } from './match-label.js';

const LONGEST = 160;

/**
 * Pieces of a line of heads: 结果维持 结果纠正 其他结果 总计.
 * @returns null unless every piece, alone or with its neighbour, is a label
 */
export function splitHeads(text: string): string[] | null {
  if (text.length > LONGEST || !/\S\s+\S/.test(text)) return null;
  const pieces = text.trim().split(/\s+/);
  for (let i = 0; i < pieces.length;) {
    const [one, two] = [pieces[i] ?? '', pieces[i + 1]];
    if (two !== undefined && isLabel(one + two)) i += 2;
    else if (isLabel(one)) i += 1;
    else return null;
  }
  return isLabel(text) ? null : pieces;
}
