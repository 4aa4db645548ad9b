import type { CellAddress } from '../format/form.js';
import type * as shapes from '../rollup/shapes.js';
import type { Connection } from '../schema/connection.js';
import type { Contribution, ContributionArgs } from '../schema/contribution.js';
import type { PageArgs } from '../schema/page.js';
import { Report } from '../schema/report.js';
import { connection, pageRequest } from './paging.js';

type Ask = (
  cell: CellAddress,
  page: shapes.PageRequest,
) => Promise<shapes.Page<shapes.Contribution>>;

/** What reports gave to a cell, of a total or of a consolidation. */
export async function contributionConnection(
  args: ContributionArgs,
  ask: Ask,
): Promise<Connection<Contribution>> {
  const { table, row, column } = args;
  const found = await ask({ table, row, column: column ?? null }, pageRequest(args));
  return shown(found, args);
}

/** Contributions as the API shows them. */
export const shown = (
  found: shapes.Page<shapes.Contribution>,
  args: PageArgs,
): Connection<Contribution> =>
  connection(found, args, ({ report, value }) => ({ report: Report.of(report), value }));
