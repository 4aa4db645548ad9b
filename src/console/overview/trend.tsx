import type { CellAddress, OutcomeCategory } from '../../format/form.js';
import { rowLabel } from '../../format/cell-label.js';
import { outcomeCategories } from '../../format/outcomes.js';
import { BreakNote, breaks } from '../charts/breaks';
import { Chart } from '../charts/chart';
import type { Series } from '../charts/chart-props';
import { DataTable, type TableColumn } from '../parts/data-table';
import { useView } from '../state/view';
import { categoryLabel } from '../words/labels';
import { count } from '../words/numbers';
import type { Words } from '../words/zh';
import { Sum } from './sum';
import { cellOf, type YearTotal } from './total';

interface Line {
  readonly name: string;
  readonly of: (total: YearTotal) => number | null;
  /** What is added up; none for a share. */
  readonly summed?: CellAddress;
}

const cellLine = (table: 'REQUESTS' | 'APPEALS', row: string, words: Words): Line => ({
  summed: { table, row, column: 'total' },
  name: rowLabel(table, row, words.language),
  of: (total) => {
    const value = cellOf(total, { table, row, column: 'total' });
    return value === null ? null : Number(value);
  },
});

const categoryLine = (category: OutcomeCategory, words: Words): Line => ({
  name: categoryLabel(category, words.language),
  of: (total) => {
    const completed = total.requests.completed.total ?? 0;
    const part = total.requests.outcomesByCategory.find((each) => each.category === category);
    const value = part?.counts.total ?? null;
    return value === null || completed === 0 ? null : Math.round((1000 * value) / completed) / 10;
  },
});

const seriesOf = (lines: readonly Line[], totals: readonly YearTotal[]): Series[] =>
  lines.map(({ name, of }) => ({ name, values: totals.map(of) }));

/** Three small charts over all years, and their data. */
export function Trend({ totals }: { readonly totals: readonly YearTotal[] }) {
  const { words } = useView();
  const years = totals.map(({ key }) => key.year ?? 0);
  const flow = ['received', 'completed', 'carriedOut'].map((row) =>
    cellLine('REQUESTS', row, words),
  );
  const shares = [...outcomeCategories.keys()].map((each) => categoryLine(each, words));
  const appeals = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'].map(
    (row) => cellLine('APPEALS', row, words),
  );
  const columns: TableColumn<YearTotal>[] = [
    { key: 'year', title: words.year, value: ({ key }) => key.year },
    ...[...flow, ...shares, ...appeals].map(({ name, of, summed }) => ({
      key: name,
      title: shares.some((each) => each.name === name) ? `${name} %` : name,
      value: of,
      cell: (total: YearTotal) =>
        summed ? (
          <Sum summed={summed} value={of(total)} at={{ year: total.key.year }} />
        ) : (
          count(of(total), words)
        ),
      numeric: true,
    })),
    {
      key: 'reports',
      title: words.reports,
      value: ({ coverage }) => coverage.reports,
      numeric: true,
    },
  ];
  const chart = (title: string, lines: readonly Line[], percent = false) => (
    <figure>
      <figcaption>{title}</figcaption>
      <Chart
        label={words.chartOf(title)}
        years={years}
        series={seriesOf(lines, totals)}
        breaks={breaks}
        percent={percent}
      />
    </figure>
  );
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{words.trend}</h2>
      <div className="charts">
        {chart(`${words.received} · ${words.completed}`, flow)}
        {chart(`${words.outcomesTitle} · ${words.share}`, shares, true)}
        {chart(words.appealsTitle, appeals)}
      </div>
      <BreakNote years={years} />
      <details>
        <summary>{words.trendData}</summary>
        <DataTable
          caption={words.trendData}
          columns={columns}
          lines={totals}
          keyOf={({ id }) => id}
        />
      </details>
    </section>
  );
}
