import { Button, Drawer } from 'antd';
import { cellLabel } from '../../format/cell-label.js';
import { ContributionsDocument, type ReportFilter } from '../gql';
import { Answered } from '../parts/answered';
import { CoverageLine } from '../parts/coverage-line';
import { DataTable, type TableColumn } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { useAnswer } from '../state/answer';
import { csvOf, save } from '../state/table-text';
import { plainTable } from '../parts/data-table';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { readCell } from './total';

const PAGE = 100;

interface Line {
  readonly value?: string | null | undefined;
  readonly report: {
    readonly id: string;
    readonly year: number;
    readonly agency: { readonly name: string };
  };
}

/** What each report gave to the sum that the address names. */
export function Contributions({ filter }: { readonly filter: ReportFilter }) {
  const { words, text, change } = useView();
  const address = readCell(text('sum'));
  const { table = 'REQUESTS', row = '', column = null } = address ?? {};
  const answer = useAnswer(
    ContributionsDocument,
    address && { filter, table, row, column, first: PAGE, after: text('from') },
  );
  const label = address ? cellLabel(address, words.language) : '';
  const columns: TableColumn<Line>[] = [
    {
      key: 'agency',
      title: words.agencyPage,
      value: ({ report }) => report.agency.name,
      cell: ({ report }) => (
        <PlaceLink to={`/report/${report.id}`} with={{ cell: text('sum') }}>
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
      open={address !== null}
      onClose={() => change({ sum: null, from: null })}
      title={words.contributions}
    >
      <Answered answer={answer}>
        {({ totals }) => {
          const [total] = totals.nodes;
          if (!total) return <p>{words.nothing}</p>;
          const { nodes, pageInfo, totalCount } = total.contributions;
          const lines: readonly Line[] = nodes;
          return (
            <>
              <p>{words.contributionsOf(label)}</p>
              <CoverageLine coverage={total.coverage} />
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
                <Button
                  onClick={() =>
                    save('contributions.csv', 'text/csv', csvOf(plainTable(columns, lines)))
                  }
                >
                  {words.csv}
                </Button>
              </p>
            </>
          );
        }}
      </Answered>
    </Drawer>
  );
}
