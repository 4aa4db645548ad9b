import type { Edition } from '../format/form.js';
import { assemble } from './assemble.js';
import { count, type Stored } from './numbers.js';
import type { Coverage, ThreeTables } from './shapes.js';
import { rowsOfJson, type JsonRows, type StoredTables } from './stored-rows.js';

/** A line of the statements that add reports up: the columns of COVERAGE_COLUMNS. */
export interface SummedLine {
  reports: Stored;
  agencies: Stored;
  reports_with_errors: Stored;
  unstated_active_disclosure: Stored;
  unstated_requests: Stored;
  unstated_appeals: Stored;
  years: Stored;
  editions: readonly Edition[];
}

/** The same with the rows of the tables. */
export interface SummedRows extends SummedLine {
  requests: JsonRows | null;
  appeals: JsonRows | null;
  active_disclosure: JsonRows | null;
}

export const tablesOfLine = (line: SummedRows): StoredTables => ({
  requests: rowsOfJson('REQUESTS', line.requests),
  appeals: rowsOfJson('APPEALS', line.appeals),
  activeDisclosure: rowsOfJson('ACTIVE_DISCLOSURE', line.active_disclosure),
});

const whole = (stored: Stored): number => count(stored) ?? 0;

/** Coverage and tables of a group of reports. How many were expected a roster alone can tell. */
export function summedGroup(
  line: SummedLine,
  tables: StoredTables,
): { coverage: Coverage; tables: ThreeTables } {
  return {
    coverage: {
      reports: whole(line.reports),
      agencies: whole(line.agencies),
      expected: null,
      reportsWithErrors: whole(line.reports_with_errors),
      unstatedCells: {
        activeDisclosure: whole(line.unstated_active_disclosure),
        requests: whole(line.unstated_requests),
        appeals: whole(line.unstated_appeals),
      },
    },
    tables: assemble(tables, { editions: line.editions, stocks: whole(line.years) <= 1 }),
  };
}
