import { useVirtualizer } from '@tanstack/react-virtual';
import { Input } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { Heads, Row, ShortTable, type TableColumn, type TableProps } from './short-table';

/** Height of a line of one row of text, in pixels; others are measured. */
const LINE = 33;

/** Lines beyond those in sight that are there already. */
const AHEAD = 10;

/** Milliseconds after the last key until the address holds what is sought. */
const SETTLED = 400;

/** True while the page is printed: paper has room for every line. */
function usePaper(): boolean {
  const [paper, setPaper] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPaper(true));
    const end = () => setPaper(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return paper;
}

/** What is sought in the list: at once where it is typed, a little later in the address. */
function useSought(): [string, (text: string) => void] {
  const { text, change } = useView();
  const [sought, setSought] = useState(text('find') ?? '');
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const seek = (typed: string) => {
    setSought(typed);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => change({ find: typed }, { replace: true }), SETTLED);
  };
  return [sought, seek];
}

const textOf = <Line,>(columns: readonly TableColumn<Line>[], line: Line): string =>
  columns
    .map(({ value }) => value(line) ?? '')
    .join('\n')
    .toLowerCase();

function useFound<Line>({ columns, lines }: TableProps<Line>, sought: string): readonly Line[] {
  // Other columns and another language have other texts.
  const heads = columns.map(({ title }) => title).join('\n');
  const texts = useMemo(() => new WeakMap<object, string>(), [heads]);
  return useMemo(() => {
    const part = sought.trim().toLowerCase();
    if (part === '') return lines;
    return lines.filter((line) => {
      const text = texts.get(line as object) ?? textOf(columns, line);
      texts.set(line as object, text);
      return text.includes(part);
    });
  }, [lines, sought, texts]);
}

/** A row that only keeps room for lines out of sight. */
const Gap = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 && (
    <tr className="gap" aria-hidden="true" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );

/** A table of thousands of lines in a frame of its own: those in sight are made, and a word finds the others. */
export default function LongTable<Line>(props: TableProps<Line>) {
  const { caption, columns, lines, keyOf } = props;
  const { words } = useView();
  const [sought, seek] = useSought();
  const found = useFound(props, useDeferredValue(sought));
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: found.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE,
    overscan: AHEAD,
  });
  // Lines are as high as they turn out to be: the browser alone would stop where the end was thought to be.
  const toTheEnd = (event: KeyboardEvent) => {
    if (event.key !== 'End' || event.target !== frame.current) return;
    event.preventDefault();
    rows.scrollToIndex(found.length - 1, { align: 'end' });
  };
  if (usePaper()) return <ShortTable {...props} lines={found} />;
  const inSight = rows.getVirtualItems();
  const above = inSight[0]?.start ?? 0;
  const beneath = rows.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  return (
    <>
      <div className="filters">
        <Input
          allowClear
          className="find"
          aria-label={words.findInList}
          placeholder={words.findInList}
          value={sought}
          onChange={({ target }) => seek(target.value)}
        />
        <span role="status">
          {found.length < lines.length ? words.entries(count(found.length, words)) : ''}
        </span>
      </div>
      <div className="wide windowed" tabIndex={0} ref={frame} onKeyDown={toTheEnd}>
        <table className="data" aria-rowcount={found.length + 1}>
          <caption>{caption}</caption>
          <Heads columns={columns} />
          <tbody>
            <Gap height={above} columns={columns.length} />
            {inSight.map(({ index }) => {
              const line = found[index] as Line;
              return (
                <Row
                  key={keyOf(line)}
                  ref={rows.measureElement}
                  data-index={index}
                  aria-rowindex={index + 2}
                  columns={columns}
                  line={line}
                />
              );
            })}
            <Gap height={beneath} columns={columns.length} />
          </tbody>
        </table>
      </div>
    </>
  );
}
