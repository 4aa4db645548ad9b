import { Button, Drawer } from 'antd';
import { cellLabel } from '../../format/cell-label.js';
import {
  ContributionsDocument,
  type CoveredFragment,
  type GivenFragment,
  type ReportFilter,
} from '../gql';
import { Answered } from '../parts/answered';
import { CoverageLine } from '../parts/coverage-line';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { useAnswer, type Answer } from '../state/answer';
import { csvOf, save } from '../state/table-text';
import { useView } from '../state/view';
import { saveWorkbook } from '../state/workbook';
import { count } from '../words/numbers';
import { metricLabel } from '../words/labels';
import type { Words } from '../words/zh';
import { readSum, type Summed } from './sum';

const PAGE = 100;

interface Line {
  readonly value?: string | null | undefined;
  readonly report: {
    readonly id: string;
    readonly year: number;
    readonly agency: { readonly name: string };
  };
}

const askedOf = (summed: Summed) =>
  typeof summed === 'string'
    ? { byCell: false, metric: summed }
    : { byCell: true, table: summed.table, row: summed.row, column: summed.column };

const labelOf = (summed: Summed, words: Words): string =>
  typeof summed === 'string' ? metricLabel(summed, words) : cellLabel(summed, words.language);

interface DrawerProps<Data> {
  readonly summed: Summed | null;
  readonly answer: Answer<Data>;
  /** What of the answer tells it; null where there is no such total. */
  readonly read: (data: Data) => { coverage: CoveredFragment; given: GivenFragment } | null;
}

/** What each report gave to a sum, beside the page that states it. */
export function GivenDrawer<Data>({ summed, answer, read }: DrawerProps<Data>) {
  const { words, text, change } = useView();
  const columns: TableColumn<Line>[] = [
    {
      key: 'agency',
      title: words.agencyPage,
      value: ({ report }) => report.agency.name,
      cell: ({ report }) => (
        <PlaceLink
          to={`/report/${report.id}`}
          with={{ cell: typeof summed === 'string' ? null : text('sum') }}
        >
          {report.agency.name}
        </PlaceLink>
      ),
    },
    { key: 'year', title: words.year, value: ({ report }) => report.year, numeric: true },
    {
      key: 'value',
      title: words.value,
      value: ({ value }) => value,
      cell: ({ value }) => count(value, words),
      numeric: true,
    },
  ];
  return (
    <Drawer
      size="large"
      open={summed !== null}
      onClose={() => change({ sum: null, from: null })}
      title={words.contributions}
    >
      <Answered answer={answer}>
        {(data) => {
          const told = read(data);
          if (!told) return <p>{words.nothing}</p>;
          const { nodes, pageInfo, totalCount } = told.given;
          const lines: readonly Line[] = nodes;
          const table = () => plainTable(columns, lines);
          return (
            <>
              <p>{words.contributionsOf(summed ? labelOf(summed, words) : '')}</p>
              <CoverageLine coverage={told.coverage} />
              <DataTable
                caption={words.entries(count(totalCount, words))}
                columns={columns}
                lines={lines}
                keyOf={({ report }) => report.id}
              />
              <p className="actions">
                {text('from') !== null && (
                  <Button onClick={() => change({ from: null })}>{words.firstPage}</Button>
                )}
                {pageInfo.hasNextPage && (
                  <Button onClick={() => change({ from: pageInfo.endCursor ?? null })}>
                    {words.nextPage}
                  </Button>
                )}
                <Button onClick={() => save('contributions.csv', 'text/csv', csvOf(table()))}>
                  {words.csv}
                </Button>
                <Button onClick={() => void saveWorkbook('contributions', table())}>
                  {words.xlsx}
                </Button>
                <Button
                  onClick={() =>
                    save('contributions.json', 'application/json', JSON.stringify(data, null, 2))
                  }
                >
                  {words.json}
                </Button>
              </p>
            </>
          );
        }}
      </Answered>
    </Drawer>
  );
}

/** What each report of a total gave to the sum that the address names. */
export function Contributions({ filter }: { readonly filter: ReportFilter }) {
  const { text } = useView();
  const summed = readSum(text('sum'));
  const answer = useAnswer(
    ContributionsDocument,
    summed && { filter, ...askedOf(summed), first: PAGE, after: text('from') },
  );
  return (
    <GivenDrawer
      summed={summed}
      answer={answer}
      read={({ totals }) => {
        const [total] = totals.nodes;
        const given = total?.contributions ?? total?.indicatorContributions;
        return total && given ? { coverage: total.coverage, given } : null;
      }}
    />
  );
}
