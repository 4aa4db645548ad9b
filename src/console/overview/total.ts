import type { CellAddress } from '../../format/form.js';
import type { OverviewQuery } from '../gql';

/** The total of one year. */
export type YearTotal = OverviewQuery['totals']['nodes'][number];

/** Three tables of sums, of a total or of a consolidation. */
export interface Summary {
  readonly activeDisclosure: YearTotal['activeDisclosure'];
  readonly requests: Pick<
    YearTotal['requests'],
    'received' | 'carriedIn' | 'outcomes' | 'completed' | 'carriedOut'
  >;
  readonly appeals: YearTotal['appeals'];
}

type Counts = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Counts => typeof value === 'object' && value !== null;

const figure = (value: unknown): number | string | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null;

/** A cell of the three tables of a total; null where it states none. */
export function cellOf(
  total: Summary,
  { table, row, column }: CellAddress,
): number | string | null {
  const tables = {
    ACTIVE_DISCLOSURE: total.activeDisclosure as Counts,
    REQUESTS: total.requests as Counts,
    APPEALS: total.appeals as Counts,
  };
  const outcome = total.requests.outcomes.find((each) => each.outcome === row);
  const counts = table === 'REQUESTS' && outcome ? outcome.counts : tables[table][row];
  if (column === null) return figure(counts);
  return isRecord(counts) ? figure(counts[column]) : null;
}

/** `REQUESTS/received/total`: a cell in an address. */
export const cellText = ({ table, row, column }: CellAddress): string =>
  [table, row, ...(column === null ? [] : [column])].join('/');

export function readCell(text: string | null): CellAddress | null {
  const [table, row, column = null] = (text ?? '').split('/');
  if (table !== 'ACTIVE_DISCLOSURE' && table !== 'REQUESTS' && table !== 'APPEALS') return null;
  return row === undefined || row === '' ? null : { table, row, column };
}
