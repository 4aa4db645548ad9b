import type { Finding } from '../../format/report.js';
import { doubt, seenIn } from './doubts.js';
import type { ValueCell } from './items.js';
import type { RowReading } from './read-row.js';

/** So many rows without a total, and none with one: the office leaves totals out. */
const HABIT = 4;

/**
 * In text, a dropped cell moves the others to the left and leaves an empty one at the end of the row. A row that states
 * numbers but nothing in its last column is therefore doubtful where the source has no real columns, unless no row of
 * the table states anything there.
 */
export class LastColumn {
  private readonly without: { reading: RowReading; cells: readonly ValueCell[] }[] = [];
  private filled = 0;

  constructor(private readonly width: number) {}

  note(reading: RowReading, cells: readonly ValueCell[]): void {
    const last = reading.cells.at(-1);
    if (this.width < 2 || cells.every((c) => c.token.columnsKnown)) return;
    if (last?.status !== 'BLANK' && last?.status !== 'ABSENT') this.filled++;
    else if (reading.cells.some((c) => c.value !== null) && reading.findings.length === 0) {
      this.without.push({ reading, cells });
    }
  }

  findings(): Finding[] {
    if (this.filled === 0 && this.without.length > HABIT) return [];
    return this.without.map(({ reading, cells }) => doubt('PLACE', reading.cells, seenIn(cells)));
  }
}
