import type { ComponentProps, ReactNode } from 'react';
import type { PlainTable } from '../state/table-text';

export interface TableColumn<Line> {
  readonly key: string;
  readonly title: string;
  /** As it is saved. */
  readonly value: (line: Line) => string | number | null | undefined;
  /** As it is shown, where that is more than the value. */
  readonly cell?: (line: Line) => ReactNode;
  readonly numeric?: boolean;
  /** Set where the table can be put in the order of the column. */
  readonly sort?: { readonly sorted: 'ascending' | 'descending' | null; readonly turn: () => void };
}

export interface TableProps<Line> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Line>[];
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line) => string;
}

export const plainTable = <Line,>(
  columns: readonly TableColumn<Line>[],
  lines: readonly Line[],
): PlainTable => ({
  head: columns.map(({ title }) => title),
  rows: lines.map((line) => columns.map(({ value }) => value(line))),
});

const arrows = { ascending: '↑', descending: '↓' };

function Head<Line>({ column: { title, numeric, sort } }: { readonly column: TableColumn<Line> }) {
  const sorted = sort?.sorted ?? null;
  return (
    <th
      scope="col"
      className={numeric ? 'number' : ''}
      {...(sorted === null ? {} : { 'aria-sort': sorted })}
    >
      {sort ? (
        <button type="button" className="plain" onClick={sort.turn}>
          {title} <span aria-hidden="true">{sorted === null ? '↕' : arrows[sorted]}</span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}

/** The heads of all columns. */
export function Heads<Line>({ columns }: { readonly columns: readonly TableColumn<Line>[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <Head key={column.key} column={column} />
        ))}
      </tr>
    </thead>
  );
}

interface RowProps<Line> extends ComponentProps<'tr'> {
  readonly columns: readonly TableColumn<Line>[];
  readonly line: Line;
}

/** A line; the first column names it. */
export function Row<Line>({ columns, line, ...rest }: RowProps<Line>) {
  return (
    <tr {...rest}>
      {columns.map(({ key, value, cell, numeric }, place) => {
        const content = cell ? cell(line) : (value(line) ?? '—');
        if (place === 0) {
          return (
            <th key={key} scope="row">
              {content}
            </th>
          );
        }
        return (
          <td key={key} className={numeric ? 'number' : ''}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** Every line at once. */
export function ShortTable<Line>({ caption, columns, lines, keyOf }: TableProps<Line>) {
  return (
    <div className="wide" tabIndex={0}>
      <table className="data">
        <caption>{caption}</caption>
        <Heads columns={columns} />
        <tbody>
          {lines.map((line) => (
            <Row key={keyOf(line)} columns={columns} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
