import { addressKey } from '../../../src/format/form.js';
import type { TableReading } from '../../../src/ingest/tables/read-tables.js';
import type { Figures } from './printed.js';

/** Cells whose value is not the printed one; a blank cell states nothing. */
export const wrongCells = (reading: TableReading, figures: Figures): string[] => {
  const read = new Map(reading.cells.map((c) => [addressKey(c), c]));
  return [...figures].flatMap(([key, printed]) => {
    const cell = read.get(key);
    const due = printed === '' ? null : printed;
    return cell && cell.value === due
      ? []
      : [`${key}: ${due ?? 'blank'} → ${cell?.value ?? cell?.status ?? 'not there'}`];
  });
};
