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
 * Gives the explanations and waivers of a report to its findings as they are now, and drops those whose figures have
 * changed.
 * @returns how many explanations were dropped
 */
export const attachExplanations = async (
  manager: EntityManager,
  reportId: string,
): Promise<number> => {
  const live = await manager.query<Live[]>(LIVE, [reportId]);
  if (live.length === 0) return 0;
  const ids = await findingIdsByKey(manager, reportId);
  let dropped = 0;
  for (const { kind, id, finding_key } of live) {
    const findings = ids.get(finding_key);
    if (findings) await give(manager, kind, id, findings);
    else await drop(manager, kind, id);
    if (!findings && kind === 'explanation') dropped++;
  }
  return dropped;
};

interface Live {
  kind: 'explanation' | 'waiver';
  id: string;
  finding_key: string;
}

const LIVE = `
  select 'explanation' as kind, id, finding_key from explanation where report_id = $1 and dropped_at is null
  union all
  select 'waiver', id, finding_key from waiver where report_id = $1 and dropped_at is null`;

const give = async (
  manager: EntityManager,
  kind: Live['kind'],
  id: string,
  findings: readonly string[],
): Promise<void> => {
  await manager.query(`update finding set ${kind}_id = $1 where id = any($2::bigint[])`, [
    id,
    findings,
  ]);
};

const drop = async (manager: EntityManager, kind: Live['kind'], id: string): Promise<void> => {
  await manager.query(`update ${kind} set dropped_at = now() where id = $1`, [id]);
  await manager.query(`update finding set ${kind}_id = null where ${kind}_id = $1`, [id]);
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
