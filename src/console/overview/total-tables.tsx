import type { Block, TableName } from '../../format/form.js';
import { blocksOf } from '../../format/forms.js';
import { FormTable } from '../form/form-table';
import { useView } from '../state/view';
import { Sum } from './sum';
import { cellOf, type Summary } from './total';

const tables: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

/**
 * The blocks that a total is shown in: those of the newest edition, with the outcomes that the reports of the year print,
 * also of an older one.
 */
function blocksFor(total: Summary, table: TableName): readonly Block[] {
  const newest = blocksOf('E2021', table);
  if (table !== 'REQUESTS') return newest;
  const printed = new Set<string>(total.requests.outcomes.map(({ outcome }) => outcome));
  const [older] = blocksOf('E2019', table);
  return newest.map((block) => {
    const added = older?.rows.filter(
      ({ key }) => printed.has(key) && !block.rows.some((row) => row.key === key),
    );
    const rows = block.rows.filter(({ key, category }) => !category || printed.has(key));
    const completed = rows.findIndex(({ key }) => key === 'completed');
    return {
      ...block,
      rows: [...rows.slice(0, completed), ...(added ?? []), ...rows.slice(completed)],
    };
  });
}

/** A total shaped like a report; every sum opens its contributions. */
export function TotalTables({ total }: { readonly total: Summary }) {
  const { words } = useView();
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">{words.tables}</h2>
      {tables.map((table) => (
        <FormTable
          key={table}
          table={table}
          blocks={blocksFor(total, table)}
          render={(address) => <Sum summed={address} value={cellOf(total, address)} />}
        />
      ))}
    </section>
  );
}
