import type { AgencyQuery } from '../gql';

export type AgencyNode = NonNullable<AgencyQuery['agency']>;
export type YearReport = AgencyNode['reports']['nodes'][number];

/** What one year should state by the year before, beside what it states. */
export interface LedgerLine {
  readonly key: string;
  readonly year: number;
  readonly kind: 'carried' | 'regulations' | 'normativeDocuments';
  readonly expected: number | null;
  readonly stated: number | null;
}

function inForce(
  before: YearReport,
  now: YearReport,
  kind: 'regulations' | 'normativeDocuments',
): Pick<LedgerLine, 'expected' | 'stated'> {
  const last = before.activeDisclosure[kind].inForce;
  const { issued, repealed, inForce: stated } = now.activeDisclosure[kind];
  const known = last !== null && issued !== null && repealed !== null;
  return { expected: known ? last + issued - repealed : null, stated };
}

function linesOf(before: YearReport, now: YearReport): LedgerLine[] {
  const { year } = now;
  const expected = before.requests.carriedOut.total;
  const stated = now.requests.carriedIn.total;
  const documents = (['regulations', 'normativeDocuments'] as const).map((kind) => ({
    key: `${year} ${kind}`,
    year,
    kind,
    ...inForce(before, now, kind),
  }));
  return [{ key: `${year} carried`, year, kind: 'carried', expected, stated }, ...documents];
}

/** Each pair of years that follow each other, newest first. `reports` are of one scope. */
export function ledgerOf(reports: readonly YearReport[]): LedgerLine[] {
  const byYear = new Map(reports.map((report) => [report.year, report]));
  return [...byYear.values()]
    .sort((a, b) => b.year - a.year)
    .flatMap((now) => {
      const before = byYear.get(now.year - 1);
      return before ? linesOf(before, now) : [];
    });
}

/** Whether the line holds; null where a figure is not stated. */
export const holds = ({ expected, stated }: LedgerLine): boolean | null =>
  expected === null || stated === null ? null : expected === stated;
