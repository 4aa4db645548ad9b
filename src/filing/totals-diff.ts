import { addressKey } from '../format/form.js';
import type { CellAddress } from '../format/form.js';
import type { ReportScope } from '../format/report.js';
import { fromScaled, toScaled } from './counted-figures.js';
import type { ReportDiff } from './report-diff.js';

/** How much a sum over the reports of a province, a year and a scope changes. */
export interface TotalChange {
  year: number;
  scope: ReportScope;
  /** Null for organs that lie in no province. */
  provinceCode: string | null;
  cell: CellAddress;
  /** Exact decimal. */
  by: string;
  /** Reports that count otherwise. */
  reports: number;
  /** Reports that state the cell now, less those that do no longer. */
  stated: number;
}

/** Adds up what changes in totals, report by report; grows with the cells that change, not with the reports. */
export class TotalsDiff {
  readonly #changes = new Map<string, Omit<TotalChange, 'by'> & { by: bigint }>();

  add({ report, figures }: ReportDiff): void {
    if (!report.isCurrent) return;
    const { year, scope, provinceCode } = report;
    for (const { cell, before, after } of figures) {
      const key = [year, scope, provinceCode, addressKey(cell)].join('|');
      const known = this.#changes.get(key);
      const change = known ?? { year, scope, provinceCode, cell, by: 0n, reports: 0, stated: 0 };
      change.by += toScaled(after ?? '0') - toScaled(before ?? '0');
      change.reports++;
      change.stated += Number(after !== null) - Number(before !== null);
      this.#changes.set(key, change);
    }
  }

  /** By year, scope and province, then in the order in which the cells came. */
  changes(): TotalChange[] {
    const placeOf = ({ year, scope, provinceCode }: Omit<TotalChange, 'by'>): string =>
      `${year} ${scope} ${provinceCode ?? '~'}`;
    return [...this.#changes.values()]
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : Number(placeOf(a) > placeOf(b))))
      .map((change) => ({ ...change, by: fromScaled(change.by) }));
  }
}
