import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit-log.js';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';
import { addressKey } from '../format/form.js';
import type { CellAddress } from '../format/form.js';
import type { FilledCell } from '../format/report.js';
import { withCorrections } from './apply-corrections.js';
import { authoredOf } from './authored.js';
import type { Authored } from './authored.js';
import { addCellCorrection } from './correction-rows.js';
import { correctable } from './correctable.js';
import { diffFindings } from './findings-diff.js';
import type { FindingsDiff } from './findings-diff.js';
import { valueKindOf } from './printed-rows.js';
import { recheck, reportsAfter } from './recheck.js';
import { refused } from './report-input.js';
import type { Refused } from './report-input.js';
import { rewriteReport } from './rewrite-report.js';
import { filingFindingsOf } from './stored-report.js';
import { typedNumber } from './typed-number.js';

export interface CellCorrectionRequest extends Authored {
  reportId: string;
  cell: CellAddress;
  /** As printed in the document; empty or a mark where it states no number. */
  value: string;
  /** The number that the person saw there: refused where it is another by now. */
  expected?: string | null;
  /** The version of the report that the person saw; refused where it is another by now. */
  version?: number;
}

export interface CellCorrected extends FindingsDiff {
  kind: 'CORRECTED';
  reportId: string;
  from: string | null;
  to: string | null;
  /** Explanations that fell with the figures they were about. */
  droppedExplanations: number;
}

/**
 * Sets right what a cell of the newest revision says, in one transaction: the printed text stays, the cell becomes
 * ENTERED, the checks run again, also those of the year after, the printed rows and so all totals change, and who did it
 * and why is kept. It is undone by correcting again.
 * @returns refused with REPORT_UNKNOWN, NOT_NEWEST, NO_SUCH_CELL, NOT_A_NUMBER, NOTHING_TO_CORRECT, CHANGED_MEANWHILE,
 *   AUTHOR_REQUIRED or REASON_REQUIRED
 * @throws DatabaseError
 */
export const correctCell = async (
  database: Database,
  request: CellCorrectionRequest,
): Promise<CellCorrected | Refused> => {
  const author = authoredOf(request);
  if ('kind' in author) return author;
  return database.transaction((manager) => correct(manager, { ...request, ...author }), {
    timeoutMs: limits.long,
    onePlan: true,
  });
};

const correct = async (
  manager: EntityManager,
  request: CellCorrectionRequest,
): Promise<CellCorrected | Refused> => {
  const report = await correctable(manager, request.reportId, request.version);
  if (report.kind === 'REFUSED') return report;
  const cell = report.form.cells.find((c) => addressKey(c) === addressKey(request.cell));
  if (!cell) return noSuchCell(request.cell);
  const typed = numberFor(cell, request);
  if ('kind' in typed) return typed;
  const { table, row, column } = cell;
  const { form } = withCorrections(report.form, [{ table, row, column, value: typed.value }]);
  const { findings, droppedExplanations } = await rewriteReport(manager, report, {
    form,
    filingFindings: filingFindingsOf(report),
    publishedOn: report.publishedOn,
    readerVersion: report.readerVersion,
  });
  await recheck(manager, await reportsAfter(manager, [report]));
  const change = { cell, typed: request.value, from: cell.value, to: typed.value };
  await addCellCorrection(manager, report.id, request, change);
  await audit(manager, {
    author: request.by,
    actor: request.actor,
    act: 'CORRECT_CELL',
    subject: `report:${report.id}`,
    reason: request.why,
    before: { cell: addressKey(cell), status: cell.status, value: cell.value },
    after: { cell: addressKey(cell), status: 'ENTERED', value: typed.value },
  });
  return {
    kind: 'CORRECTED',
    reportId: report.id,
    from: cell.value,
    to: typed.value,
    droppedExplanations,
    ...diffFindings(report.findings, findings),
  };
};

const noSuchCell = (cell: CellAddress): Refused =>
  refused(
    'NO_SUCH_CELL',
    `The report's edition of the form has no cell ${addressKey(cell).replace(/\/$/, '')}.`,
  );

/** A cell of which nothing is known may be said to state no number; one that is known may not be said again. */
const numberFor = (
  cell: FilledCell,
  { value, expected }: CellCorrectionRequest,
): { value: string | null } | Refused => {
  const kind = valueKindOf(cell);
  const typed = kind && typedNumber(value, kind);
  if (!typed) {
    return refused('NOT_A_NUMBER', `"${value.slice(0, 40)}" is no number that the cell can state.`);
  }
  if (expected !== undefined && expected !== cell.value) {
    return refused('CHANGED_MEANWHILE', `The cell says ${cell.value ?? 'nothing'} by now.`);
  }
  const known = cell.status !== 'UNREADABLE' && cell.status !== 'ABSENT';
  if (known && typed.value === cell.value) {
    return refused('NOTHING_TO_CORRECT', `The cell says ${cell.value ?? 'nothing'} already.`);
  }
  return typed;
};
