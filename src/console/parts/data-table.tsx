import type { ReactNode } from 'react';
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

interface Props<Line> {
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

/** A plain table: quick with hundreds of lines, readable aloud and on paper. The first column names the line. */
export function DataTable<Line>({ caption, columns, lines, keyOf }: Props<Line>) {
  return (
    <div className="wide" tabIndex={0}>
      <table className="data">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={keyOf(line)}>
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
          ))}
        </tbody>
      </table>
    </div>
  );
}
