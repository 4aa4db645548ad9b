import type { KeyboardEvent, ReactNode } from 'react';
import type { Block, CellAddress, TableName, ValueKind } from '../../format/form.js';
import { tableTitles } from '../../format/table-titles.js';
import { useView } from '../state/view';
import { say } from '../words/labels';
import { gridAcross, gridOf, type Grid, type HeadCell } from './grid';

type RenderCell = (address: CellAddress, kind: ValueKind) => ReactNode;

interface Props {
  readonly table: TableName;
  /** The blocks of the table in the edition that is shown. */
  readonly blocks: readonly Block[];
  /** A cell as a `td` element. */
  readonly render: RenderCell;
}

/** Properties of the `td` element of a cell that is wider than a column. */
export const cellWidth = (colSpan: number): { colSpan?: number } =>
  colSpan > 1 ? { colSpan } : {};

function Heads({ cells, scope }: { readonly cells: readonly HeadCell[]; scope: 'row' | 'col' }) {
  const { words } = useView();
  return cells.map(({ label, colSpan, rowSpan }, i) => {
    const spans = { colSpan, rowSpan };
    if (label === null) return <td key={`corner${i}`} {...spans} />;
    const wide = scope === 'col' ? colSpan > 1 : rowSpan > 1;
    return (
      <th key={`${label.zh}${i}`} scope={wide ? `${scope}group` : scope} {...spans}>
        {say(label, words.language)}
      </th>
    );
  });
}

function Lines({ grid, render }: { readonly grid: Grid; readonly render: RenderCell }) {
  return (
    <>
      {grid.head.map((cells, i) => (
        <tr key={`head${i}`} className="head">
          <Heads cells={cells} scope="col" />
        </tr>
      ))}
      {grid.body.map(({ key, heads, cells }) => (
        <tr key={key}>
          <Heads cells={heads} scope="row" />
          {cells.map(({ colSpan, kind, ...address }) => (
            <td key={`${address.row} ${address.column ?? ''}`} {...cellWidth(colSpan)}>
              {render(address, kind)}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

const FOCUSED = 'button, input';

/** Whether a key goes on within the text of an input instead of leaving it. */
function staysWithin(event: KeyboardEvent, step: readonly [number, number]): boolean {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || step[1] === 0) return false;
  const edge = step[1] < 0 ? 0 : input.value.length;
  return input.selectionStart !== edge || input.selectionEnd !== edge;
}

/** Arrow keys go from cell to cell; where cells are typed in, the return key goes down. */
function move(event: KeyboardEvent<HTMLTableElement>): void {
  const typed = event.target instanceof HTMLInputElement;
  const step = steps[typed && event.key === 'Enter' ? 'ArrowDown' : event.key];
  const cell = (event.target as Element).closest('td');
  if (!step || !cell || staysWithin(event, step)) return;
  const lines = [...event.currentTarget.rows]
    .map((row) => [...row.cells].filter((each) => each.querySelector(FOCUSED)))
    .filter((cells) => cells.length > 0);
  const line = lines.findIndex((cells) => cells.includes(cell));
  const place = lines[line]?.indexOf(cell) ?? 0;
  const target = lines[line + step[0]]?.[place + step[1]]?.querySelector<HTMLElement>(FOCUSED);
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target instanceof HTMLInputElement) target.select();
}

/** One of the three tables as it is printed on the form. */
export function FormTable({ table, blocks, render }: Props) {
  const { words } = useView();
  const title = say(tableTitles[table], words.language);
  const width = Math.max(...blocks.map(({ columns }) => columns.length));
  return (
    <div className="wide" tabIndex={0}>
      <table className={`form ${table.toLowerCase()}`} onKeyDown={move}>
        <caption>{title}</caption>
        {blocks.map((block) => {
          const grid = table === 'APPEALS' ? gridAcross(block) : gridOf(block, width);
          return (
            <tbody key={block.key}>
              {block.heading && (
                <tr className="heading">
                  <th colSpan={width + 1} scope="colgroup">
                    {say(block.heading, words.language)}
                  </th>
                </tr>
              )}
              <Lines grid={grid} render={render} />
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
