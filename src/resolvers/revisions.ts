import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { cellName } from '../filing/cell-name.js';
import { revisionsOf, type RevisionRecord } from '../rollup/report-revisions.js';
import type { ApiContext } from '../schema/context.js';
import { Report } from '../schema/report.js';
import { MovedTotal, ReportRevision, RevisedCell } from '../schema/revision.js';

@Resolver(() => Report)
export class RevisionResolver {
  @FieldResolver(() => [ReportRevision], {
    description:
      'All revisions for the agency, year and scope that the caller may see, the first one first, each with what it changed.',
  })
  async revisions(
    @Root() { record }: Report,
    @Ctx() { database, sight }: ApiContext,
  ): Promise<ReportRevision[]> {
    const { agencyId, year, scope } = record;
    const revisions = await revisionsOf(database, { agencyId, year, scope }, sight);
    return revisions.map(shown);
  }
}

const shown = ({ report, previous, cells, moved, textChanged }: RevisionRecord): ReportRevision =>
  Object.assign(new ReportRevision(), {
    report: Report.of(report),
    previous: previous && Report.of(previous),
    cells: cells.map(({ cell, before, after }) =>
      Object.assign(new RevisedCell(), { address: cell, cell: cellName(cell), before, after }),
    ),
    moved: moved.map(({ cell, by }) =>
      Object.assign(new MovedTotal(), { cell: cellName(cell), by }),
    ),
    textChanged,
  });
