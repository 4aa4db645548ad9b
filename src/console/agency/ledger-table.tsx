import { rowLabel } from '../../format/cell-label.js';
import { BreakNote } from '../charts/breaks';
import { Badge } from '../parts/badge';
import { DataTable, type TableColumn } from '../parts/data-table';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { holds, ledgerOf, type LedgerLine, type YearReport } from './ledger';

/** What one year hands on to the next: requests carried out, documents in force. */
export function LedgerTable({ reports }: { readonly reports: readonly YearReport[] }) {
  const { words } = useView();
  const lines = ledgerOf(reports);
  if (lines.length === 0) return null;
  const name = ({ kind }: LedgerLine) =>
    kind === 'carried'
      ? rowLabel('REQUESTS', 'carriedIn', words.language)
      : `${rowLabel('ACTIVE_DISCLOSURE', kind, words.language)} · ${words.documentsInForce}`;
  const result = (line: LedgerLine) => {
    const held = holds(line);
    return held === null ? words.unknown : held ? words.holds : words.broken;
  };
  const tone = (line: LedgerLine) =>
    ({ true: 'good', false: 'error', null: '' })[String(holds(line)) as 'true' | 'false' | 'null'];
  const columns: TableColumn<LedgerLine>[] = [
    { key: 'year', title: words.year, value: ({ year }) => year },
    { key: 'what', title: words.metric, value: name },
    {
      key: 'expected',
      title: words.expected,
      value: ({ expected }) => expected,
      cell: ({ expected }) => count(expected, words),
      numeric: true,
    },
    {
      key: 'stated',
      title: words.stated,
      value: ({ stated }) => stated,
      cell: ({ stated }) => count(stated, words),
      numeric: true,
    },
    {
      key: 'result',
      title: words.result,
      value: result,
      cell: (line) => <Badge tone={tone(line)}>{result(line)}</Badge>,
    },
  ];
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{words.ledger}</h2>
      <p className="note">{words.ledgerHelp}</p>
      <DataTable caption={words.ledger} columns={columns} lines={lines} keyOf={({ key }) => key} />
      <BreakNote years={lines.map(({ year }) => year)} />
    </section>
  );
}
