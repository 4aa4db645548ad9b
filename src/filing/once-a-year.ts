/** Reports that stand with their year. */
type OfYears = readonly { year: number }[];

/**
 * A statement over printed rows for each year, in which the year is written out: PostgreSQL then plans for the partitions
 * of that year alone, where for a value it would lock and open those of every year. `make` is told the year as SQL; for
 * reports of several years that is `report.year`.
 */
export function onceAYear<T>(make: (year: string) => T): (reports: OfYears) => T {
  const made = new Map<string, T>();
  return (reports) => {
    const [first] = reports;
    const one = first && reports.every(({ year }) => year === first.year) ? first.year : null;
    const year = one === null ? 'report.year' : `${Math.trunc(one)}::smallint`;
    const known = made.get(year) ?? make(year);
    made.set(year, known);
    return known;
  };
}
