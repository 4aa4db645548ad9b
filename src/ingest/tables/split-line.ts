import { classify } from './cell-class.js';

const LONGEST_LINE = 400;
/** 行政许可：12 */
const NAMED = /^([^:：=]{2,60}?)\s*[:：=]\s*(\S.{0,30})$/;
/** 一、新收申请数量 32 0 0 0 0 0 32 */
const TRAILING = /^(\D.*?)?((?:[\s\u3000]+[-+\d/—][^\s\u3000]{0,20}|[\s\u3000]+无)+)$/;
const SEPARATED = /[;；]/;

/**
 * Pieces of a line that holds a label and its numbers in one text: `label：number`, several of them separated by
 * semicolons, `label number number …`, or numbers alone.
 * @returns null where the line is nothing of the kind
 */
export function splitLine(text: string): string[] | null {
  if (classify(text) === 'ASIDE') return null;
  if (text.length > LONGEST_LINE || !/[\d０-９/—-]|无/.test(text)) return null;
  const lines = text.split('\n').map((line) => line.trim());
  const named = namedPieces(text.trim());
  if (named) return named;
  return lines.length === 1 ? trailingPieces(lines[0] ?? '') : null;
}

function namedPieces(text: string): string[] | null {
  const parts = SEPARATED.test(text)
    ? text.split(SEPARATED).filter((p) => p.trim() !== '')
    : [text];
  const pieces: string[] = [];
  for (const part of parts) {
    const match = NAMED.exec(part.trim().replace(/[。.]$/, ''));
    const [label, value] = [match?.[1] ?? '', match?.[2] ?? ''];
    if (classify(value) !== 'VALUE' || classify(label) !== 'TEXT') return null;
    pieces.push(label, value);
  }
  return pieces.length > 0 ? pieces : null;
}

function trailingPieces(line: string): string[] | null {
  const numbers = line.split(/[\s\u3000]+/);
  if (numbers.length > 1 && numbers.every((n) => classify(n) === 'VALUE')) {
    return isGrouped(line) ? null : numbers;
  }
  const match = TRAILING.exec(line);
  const label = (match?.[1] ?? '').trim();
  if (!match || label === '' || classify(label) !== 'TEXT') return null;
  const values = (match[2] ?? '').trim().split(/[\s\u3000]+/);
  if (!values.every((v) => classify(v) === 'VALUE')) return null;
  return [label, ...values];
}

/** 1 234: one number with its thousands set apart. */
const isGrouped = (line: string): boolean => /^\d{1,3}(?: \d{3})+$/.test(line.trim());
