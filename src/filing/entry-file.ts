import { parse } from 'csv-parse/sync';
import { addressKey, cellsOf } from '../format/form.js';
import { cellLabel } from '../format/cell-label.js';
import { editionOfYear, formOf } from '../format/forms.js';
import { cellName, cellNamed } from './cell-name.js';

/** A file of numbers that cannot be used; the message says where. */
export class EntryFileError extends Error {
  override readonly name = 'EntryFileError';
}

/** Numbers by `addressKey`, and what the file says of the report beside them. */
export interface EntryFile {
  cells: Map<string, string>;
  facts: Readonly<Record<string, string>>;
}

/** What a JSON file may say beside its cells. */
const FACTS = [
  'agency',
  'year',
  'scope',
  'title',
  'publishedOn',
  'unifiedSocialCreditCode',
  'region',
  'url',
];

/**
 * Numbers that a person copied from a document. CSV with the columns `cell` and `value` (others are for the eye), or JSON
 * `{ "agency": …, "year": …, "cells": { "REQUESTS/received/total": "32" } }`.
 * @throws EntryFileError
 */
export const parseEntryFile = (text: string): EntryFile =>
  text.trimStart().startsWith('{') ? fromJson(text) : { cells: fromCsv(text), facts: {} };

const fromJson = (text: string): EntryFile => {
  const { cells, ...facts } = objectOf(text);
  const strange = Object.keys(facts).find((key) => !FACTS.includes(key));
  if (strange !== undefined) {
    throw new EntryFileError(
      `there is no field ${strange}; the fields are cells, ${FACTS.join(', ')}`,
    );
  }
  if (typeof cells !== 'object' || cells === null)
    throw new EntryFileError('the field cells is missing');
  return {
    cells: cellsByKey(Object.entries(cells).map(([name, value]) => [name, textOf(name, value)])),
    facts: Object.fromEntries(
      Object.entries(facts)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, textOf(name, value)]),
    ),
  };
};

const objectOf = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new EntryFileError(error instanceof Error ? error.message : String(error));
  }
};

/** A number is taken only in the digits of the file where JSON keeps them; null is a cell without a number. */
const textOf = (name: string, value: unknown): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw new EntryFileError(`${name}: give the number as a text, e.g. "12.5"`);
};

const fromCsv = (text: string): Map<string, string> => {
  let rows: Record<string, string | undefined>[];
  try {
    rows = parse(text, { bom: true, trim: true, skip_empty_lines: true, columns: true });
  } catch (error) {
    throw new EntryFileError(error instanceof Error ? error.message : String(error));
  }
  return cellsByKey(
    rows.map((row, i) => {
      const { cell, value } = row;
      if (cell === undefined || value === undefined) {
        throw new EntryFileError(`line ${i + 2}: the columns cell and value are needed`);
      }
      return [cell, value];
    }),
  );
};

const cellsByKey = (given: readonly (readonly [string, string])[]): Map<string, string> => {
  const cells = new Map<string, string>();
  for (const [name, value] of given) {
    const cell = cellNamed(name);
    if (!cell) throw new EntryFileError(`the form has no cell ${name}`);
    if (cells.has(addressKey(cell))) throw new EntryFileError(`${name} stands there twice`);
    cells.set(addressKey(cell), value);
  }
  return cells;
};

/** A CSV file to be filled in: every cell of the form of a report year, with its place on the form. */
export const entryTemplate = (year: number): string => {
  const cells = formOf(editionOfYear(year)).blocks.flatMap((block) => [...cellsOf(block)]);
  const lines = cells.map((cell) => `${cellName(cell)},"${cellLabel(cell, 'ZH')}",`);
  return `\ufeffcell,label,value\n${lines.join('\n')}\n`;
};
