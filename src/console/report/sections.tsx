import { addressKey } from '../../format/form.js';
import { statementMetrics } from '../../format/statement-metrics.js';
import { Badge } from '../parts/badge';
import { DataTable, type TableColumn } from '../parts/data-table';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { CellLink } from './findings';
import type { ReportModel, ReportNode } from './model';
import { statementCell } from './statement-cells';

type Statement = ReportNode['statements'][number];

/** Figures that the text states, each beside the cell that it speaks of. */
function Statements({ model }: { readonly model: ReportModel }) {
  const { words } = useView();
  const { statements } = model.report;
  const valueOf = (statement: Statement) => {
    const cell = statementCell(statement.metric);
    return cell ? (model.cells.get(addressKey(cell))?.value ?? null) : null;
  };
  const columns: TableColumn<Statement>[] = [
    {
      key: 'metric',
      title: words.metric,
      value: ({ metric }) => statementMetrics.get(metric)?.[words.language] ?? metric,
    },
    {
      key: 'value',
      title: words.statement,
      value: ({ value }) => value,
      cell: ({ value }) => count(value, words),
      numeric: true,
    },
    {
      key: 'table',
      title: words.inTable,
      value: valueOf,
      cell: (statement) => {
        const cell = statementCell(statement.metric);
        const value = valueOf(statement);
        if (!cell || value === null) return '—';
        const same = Number(value) === Number(statement.value);
        return (
          <>
            {count(value, words)}{' '}
            <Badge tone={same ? 'good' : 'warning'}>{same ? words.agrees : words.disagrees}</Badge>{' '}
            <CellLink cell={cell} />
          </>
        );
      },
    },
    { key: 'sentence', title: words.sentence, value: ({ sentence }) => sentence },
  ];
  const keys = new Map(statements.map((statement, i) => [statement, String(i)]));
  return (
    <DataTable
      caption={words.statements}
      columns={columns}
      lines={statements}
      keyOf={(statement) => keys.get(statement) ?? ''}
    />
  );
}

/** The text of the report, and the figures that it states. */
export function Sections({ model }: { readonly model: ReportModel }) {
  const { words } = useView();
  const { sections, statements } = model.report;
  if (sections.length === 0) return null;
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{words.sections}</h2>
      {statements.length > 0 && <Statements model={model} />}
      {sections
        .filter(({ text }) => text.trim() !== '')
        .map(({ ordinal, heading, text }) => (
          <article key={ordinal}>
            <h3>
              {ordinal}. {heading}
            </h3>
            {text.split('\n').map((paragraph, i) => (
              <p key={i}>{paragraph}</p>
            ))}
          </article>
        ))}
    </section>
  );
}
