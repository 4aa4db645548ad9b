import { addressKey, type CellAddress } from '../format/form.js';
import type { CellRecord, EvidenceRecord } from '../rollup/records.js';
import { Cell } from '../schema/cell.js';

const show = (record: CellRecord): Cell => {
  const { table, row, column, status, value, raw, locator } = record;
  return Object.assign(new Cell(), { table, row, column, status, value, raw, locator });
};

/** Every cell of a report, in printed order. */
export const cellsOf = (evidence: EvidenceRecord | null): Cell[] =>
  (evidence?.cells ?? []).map(show);

/** The cell at an address with what was read there; ABSENT where nothing is known of it. */
export function cellAt(address: CellAddress, evidence: EvidenceRecord | null): Cell {
  const key = addressKey(address);
  const found = evidence?.cells.find((cell) => addressKey(cell) === key);
  return show(found ?? { ...address, status: 'ABSENT', value: null, raw: null, locator: null });
}
