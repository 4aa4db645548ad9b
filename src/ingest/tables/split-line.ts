import { classify } from './cell-class.js';
import { labelParts } from './label-runs.js';
import { isLabel } from './match-label.js';

const LONGEST_LINE = 400;
/** 一、新收申请数量 32 0 0 0 0 0 32 */
const TRAILING = /^(\D.*?)?((?:[\s\u3000]+[-+\d/—][^\s\u3000]{0,20}|[\s\u3000]+无)+)$/;
/** Not the comma between thousands. */
const SEPARATOR = /[:：=;；\s]+|[,，、](?!\d{3}(?!\d))/;
const MOST_PIECES = 40;

/**
 * Pieces of a line that holds labels and their numbers in one text: `label：number`, `label：head number；head number`,
 * `label number number …`, or numbers alone.
 * @returns null where the line is nothing of the kind
 */
export function splitLine(text: string): string[] | null {
  if (classify(text) === 'ASIDE') return null;
  if (text.length > LONGEST_LINE || !/[\d０-９/—-]|无/.test(text)) return null;
  const named = namedPieces(text.trim());
  if (named) return named;
  return text.includes('\n') ? null : trailingPieces(text.trim());
}

/** Labels and numbers apart, if every text between them is a label and each label or group of labels has a number. */
function namedPieces(text: string): string[] | null {
  if (!/[:：=]/.test(text)) return null;
  const pieces = text
    .replace(/[。.]$/, '')
    .split(SEPARATOR)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const classes = pieces.map(classify);
  if (classes.at(-1) !== 'VALUE' || classes[0] !== 'TEXT' || pieces.length > MOST_PIECES)
    return null;
  return pieces.every(
    (piece, i) => classes[i] === 'VALUE' || isLabel(piece) || labelParts(piece).length > 0,
  )
    ? pieces
    : null;
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
