import type { Sight } from '../accounts/sight.js';
import type { Database } from '../entities/database.js';
import { fromScaled, toScaled } from '../filing/counted-figures.js';
import { loadForms } from '../filing/load-forms.js';
import { diffForms, type CellChange } from '../filing/report-diff.js';
import type { CellAddress } from '../format/form.js';
import { reportColumns, reportRecord } from './report-list.js';
import type { ReportKey } from './report-details.js';
import { sightCondition } from './sight-condition.js';
import type { ReportRecord } from './shapes.js';
import { SqlParams } from './sql-params.js';

/** Most revisions that are told apart cell by cell: the newest. */
const MOST = 50;

/** A figure of a total that a revision moved. */
export interface MovedFigure {
  cell: CellAddress;
  /** Exact decimal. */
  by: string;
}

/** A revision beside the one before it that the same person sees. */
export interface RevisionRecord {
  report: ReportRecord;
  previous: ReportRecord | null;
  cells: readonly CellChange[];
  /** Where both are or were published: what changed in the totals that count them. */
  moved: readonly MovedFigure[];
  textChanged: boolean;
}

/** The revisions of an agency's report that are public or within the sight, the first one first. */
export async function revisionsOf(
  db: Database,
  { agencyId, year, scope }: ReportKey,
  sight: Sight,
): Promise<RevisionRecord[]> {
  const params = new SqlParams();
  const key = [agencyId, year, scope].map((value) => params.add(value));
  const lines = await db.prepared<Parameters<typeof reportRecord>[0]>(
    `SELECT ${reportColumns} FROM report
WHERE report.agency_id = ${key[0] ?? ''}::bigint AND report.year = ${key[1] ?? ''}::int AND report.scope = ${key[2] ?? ''}::text
  AND (report.status = 'PUBLISHED' OR ${sightCondition(sight, params)})
ORDER BY report.revision DESC LIMIT ${params.add(MOST)}::int`,
    params.values,
  );
  const reports = lines.map((line) => reportRecord(line)).reverse();
  const forms = await db.transaction((manager) =>
    loadForms(
      manager,
      reports.map(({ id }) => id),
    ),
  );
  return reports.map((report, i): RevisionRecord => {
    const previous = reports[i - 1] ?? null;
    const [before, after] = [previous && forms.get(previous.id), forms.get(report.id)];
    if (!previous || !before || !after) {
      return { report, previous, cells: [], moved: [], textChanged: false };
    }
    const { cells, figures, textChanged } = diffForms(before, after);
    const counted = previous.status === 'PUBLISHED' && report.status === 'PUBLISHED';
    const moved = counted ? figures.flatMap(movedBy) : [];
    return { report, previous, cells, moved, textChanged };
  });
}

const movedBy = ({
  cell,
  before,
  after,
}: {
  cell: CellAddress;
  before: string | null;
  after: string | null;
}): MovedFigure[] => {
  const by = toScaled(after ?? '0') - toScaled(before ?? '0');
  return by === 0n ? [] : [{ cell, by: fromScaled(by) }];
};
