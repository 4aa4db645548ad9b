import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Lists as people keep them in spreadsheets: CSV with a head, UTF-8 with a mark, fields never run as formulas. */

/** A list that cannot be used; the message names every faulty line. */
export class CsvError extends Error {
  override readonly name = 'CsvError';

  constructor(problems: readonly string[]) {
    const rest = problems.length - MOST_TOLD;
    super([...problems.slice(0, MOST_TOLD), ...(rest > 0 ? [`… ${rest} more`] : [])].join('\n'));
  }
}

const MOST_TOLD = 20;

export interface CsvLine<C extends string> {
  /** Of the file, the head being line 1. */
  line: number;
  /** Without blanks around it; null where it is empty or its column is missing. */
  field: (column: C) => string | null;
}

interface Parsed {
  info: { lines: number };
  record: Record<string, string>;
}

/** A field that a spreadsheet would take for a formula is written with an apostrophe before it. */
const NEUTRALISED = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

/**
 * The lines of a list with these columns, in any order.
 * @throws CsvError where it is no CSV, has an unknown column or lacks a required one
 */
export const readCsv = <C extends string>(
  text: string,
  columns: readonly C[],
  required: readonly C[],
): CsvLine<C>[] =>
  parsed(text, columns, required).map(({ info, record }) => ({
    line: info.lines,
    field: (column) => record[column]?.replace(NEUTRALISED, '').trim() || null,
  }));

const parsed = (
  text: string,
  columns: readonly string[],
  required: readonly string[],
): Parsed[] => {
  const head = (names: string[]): string[] => {
    const unknown = names.filter((name) => !columns.includes(name));
    const missing = required.filter((name) => !names.includes(name));
    const twice = names.filter((name, i) => names.indexOf(name) !== i);
    const problems = [
      ...unknown.map(
        (name) => `line 1: there is no column ${name}; there are ${columns.join(', ')}`,
      ),
      ...missing.map((name) => `line 1: the column ${name} is missing`),
      ...twice.map((name) => `line 1: the column ${name} stands there twice`),
    ];
    if (problems.length > 0) throw new CsvError(problems);
    return names;
  };
  try {
    return parse(text, {
      ...{
        bom: true,
        info: true,
        trim: true,
        skip_empty_lines: true,
        columns: head,
        record_delimiter: ['\r\n', '\n', '\r'],
      },
    }) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) throw error;
    throw new CsvError([error instanceof Error ? error.message : String(error)]);
  }
};

/** The list as text, with the mark that spreadsheets know UTF-8 by. */
export const writeCsv = <C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, string | null>>[],
): string =>
  stringify([...rows], {
    ...{ bom: true, header: true, columns: [...columns], escape_formulas: true },
    record_delimiter: 'windows',
  });
