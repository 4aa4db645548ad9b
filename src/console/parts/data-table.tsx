import { lazy, Suspense } from 'react';
import { Waiting } from './answered';
import { ShortTable, type TableProps } from './short-table';

export { plainTable, type TableColumn } from './short-table';

/** Comes with the first list that is long. */
const LongTable = lazy(() => import('./long-table')) as unknown as typeof ShortTable;

/** From so many lines on those alone are made that are in sight. */
const LONG = 200;

/** A table, quick with ten lines or ten thousand, readable aloud and on paper. */
export function DataTable<Line>(props: TableProps<Line>) {
  if (props.lines.length <= LONG) return <ShortTable {...props} />;
  return (
    <Suspense fallback={<Waiting />}>
      <LongTable {...props} />
    </Suspense>
  );
}
