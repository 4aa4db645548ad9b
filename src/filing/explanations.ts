import type { EntityManager } from 'typeorm';
import { unpackCells } from '../entities/packed-cells.js';
import type { StoredCells } from '../entities/packed-cells.js';
import { addressKey } from '../format/form.js';
import type { CellAddress } from '../format/form.js';
import type { FilledCell } from '../format/report.js';
import { sha256 } from './content-key.js';

/** What of a finding an explanation is about, as it is stored. */
export interface ExplainedFinding {
  check_code: string;
  left_value: string | null;
  right_value: string | null;
  cells: readonly CellAddress[];
}

/** Tells check, cells with their numbers, and both sides: another figure makes another key. */
export const findingKey = (
  { check_code, left_value, right_value, cells }: ExplainedFinding,
  reportCells: readonly FilledCell[],
): string => {
  const values = new Map(reportCells.map((cell) => [addressKey(cell), cell.value]));
  const figures = cells.map((cell) => `${addressKey(cell)}=${values.get(addressKey(cell)) ?? ''}`);
  return sha256(JSON.stringify([check_code, left_value, right_value, figures.sort()]));
};

/**
 * Gives the explanations of a report to its findings as they are now, and drops those whose figures have changed.
 * @returns how many were dropped
 */
export const attachExplanations = async (
  manager: EntityManager,
  reportId: string,
): Promise<number> => {
  const live = await manager.query<{ id: string; finding_key: string }[]>(
    'select id, finding_key from explanation where report_id = $1 and dropped_at is null',
    [reportId],
  );
  if (live.length === 0) return 0;
  const ids = await findingIdsByKey(manager, reportId);
  let dropped = 0;
  for (const { id, finding_key } of live) {
    const findings = ids.get(finding_key);
    if (findings) await give(manager, id, findings);
    else dropped += await drop(manager, id);
  }
  return dropped;
};

const give = async (
  manager: EntityManager,
  id: string,
  findings: readonly string[],
): Promise<void> => {
  await manager.query('update finding set explanation_id = $1 where id = any($2::bigint[])', [
    id,
    findings,
  ]);
};

const drop = async (manager: EntityManager, id: string): Promise<number> => {
  await manager.query('update explanation set dropped_at = now() where id = $1', [id]);
  await manager.query('update finding set explanation_id = null where explanation_id = $1', [id]);
  return 1;
};

type Line = ExplainedFinding & { id: string };

/** The findings of a report by their keys; several have one key where they say the same. */
const findingIdsByKey = async (
  manager: EntityManager,
  reportId: string,
): Promise<Map<string, string[]>> => {
  const [evidence] = await manager.query<{ cells: StoredCells }[]>(
    'select cells from report_evidence where report_id = $1',
    [reportId],
  );
  const findings = await manager.query<Line[]>(
    'select id, check_code, left_value, right_value, cells from finding where report_id = $1',
    [reportId],
  );
  const cells = unpackCells(evidence?.cells ?? []);
  const ids = new Map<string, string[]>();
  for (const finding of findings) {
    const key = findingKey(finding, cells);
    ids.set(key, [...(ids.get(key) ?? []), finding.id]);
  }
  return ids;
};
