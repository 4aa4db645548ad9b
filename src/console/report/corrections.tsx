import { DataTable, type TableColumn } from '../parts/data-table';
import { useView } from '../state/view';
import { day } from '../words/numbers';
import { CellLink } from './findings';
import type { ReportModel, ReportNode } from './model';

type Correction = ReportNode['corrections'][number];

/** What people corrected in the report, on the record. */
export function Corrections({ model }: { readonly model: ReportModel }) {
  const { words } = useView();
  const { corrections } = model.report;
  if (corrections.length === 0) return null;
  const columns: TableColumn<Correction>[] = [
    { key: 'kind', title: words.corrections, value: ({ kind }) => words.correction[kind] },
    {
      key: 'cell',
      title: words.cell,
      value: ({ cell }) => (cell ? `${cell.table}/${cell.row}` : null),
      cell: ({ cell }) => (cell ? <CellLink cell={cell} /> : '—'),
    },
    {
      key: 'change',
      title: words.change,
      value: ({ from, to }) => `${from ?? '—'} → ${to ?? '—'}`,
    },
    { key: 'by', title: words.by, value: ({ by }) => by },
    { key: 'at', title: words.at, value: ({ at }) => day(at) },
    { key: 'why', title: words.why, value: ({ why }) => why },
    {
      key: 'force',
      title: words.result,
      value: ({ inForce }) => (inForce ? words.inForce : words.undone),
    },
  ];
  const keys = new Map(corrections.map((each, i) => [each, String(i)]));
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{words.corrections}</h2>
      <DataTable
        caption={words.corrections}
        columns={columns}
        lines={corrections}
        keyOf={(each) => keys.get(each) ?? ''}
      />
    </section>
  );
}
