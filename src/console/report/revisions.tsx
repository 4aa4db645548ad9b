import { RevisionsDocument, type RevisionsQuery } from '../gql';
import { readCell } from '../overview/total';
import { DataTable, type TableColumn } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';
import { count, day } from '../words/numbers';
import { CellLink } from './findings';

type Node = Extract<NonNullable<RevisionsQuery['node']>, { __typename: 'Report' }>;
type Revision = Node['revisions'][number];
type Changed = Revision['cells'][number];

/** The cells that a revision changed, with what it moved in totals. */
function Changes({ revision, linked }: { readonly revision: Revision; readonly linked: boolean }) {
  const { words } = useView();
  const moved = new Map(revision.moved.map(({ cell, by }) => [cell, by]));
  const said = (state: Changed['before']): string =>
    state ? (state.value ?? words.cellStatus[state.status]) : '—';
  const columns: TableColumn<Changed>[] = [
    {
      key: 'cell',
      title: words.cell,
      value: ({ cell }) => cell,
      cell: (changed) => {
        const address = readCell(changed.cell);
        return linked && address ? (
          <CellLink cell={address} />
        ) : words.language === 'ZH' ? (
          changed.zh
        ) : (
          changed.en
        );
      },
    },
    { key: 'before', title: words.was, value: ({ before }) => said(before), numeric: true },
    { key: 'after', title: words.became, value: ({ after }) => said(after), numeric: true },
    {
      key: 'moved',
      title: words.movedTotals,
      value: ({ cell }) => moved.get(cell) ?? null,
      cell: ({ cell }) => count(moved.get(cell), words),
      numeric: true,
    },
  ];
  return (
    <DataTable
      caption={words.changedCells(revision.cells.length)}
      columns={columns}
      lines={revision.cells}
      keyOf={({ cell }) => cell}
    />
  );
}

/** Every version of the report and what each changed, cell by cell. */
export function Revisions({ id }: { readonly id: string }) {
  const { words } = useView();
  const { data } = useAnswer(RevisionsDocument, { id });
  const node = data?.node;
  if (node?.__typename !== 'Report' || node.revisions.length < 2) return null;
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">{words.revisions}</h2>
      {[...node.revisions].reverse().map((revision) => {
        const { report, cells, textChanged } = revision;
        const isFirst = report.revision === 1;
        return (
          <article key={report.id}>
            <h3>
              <PlaceLink to={`/report/${report.id}`}>{words.revision(report.revision)}</PlaceLink>{' '}
              {words.office.statuses[report.status] ?? report.status}
              {report.publishedOn ? ` · ${day(report.publishedOn)}` : ''}
            </h3>
            {!isFirst && cells.length === 0 && (
              <p>{textChanged ? words.onlyTextChanged : words.nothingChanged}</p>
            )}
            {!isFirst && cells.length > 0 && (
              <Changes revision={revision} linked={report.id === id} />
            )}
          </article>
        );
      })}
    </section>
  );
}
