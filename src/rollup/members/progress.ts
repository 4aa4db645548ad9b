import type { Database } from '../../entities/database.js';
import type { RosterKey } from '../../registry/roster/write-roster.js';
import type { RegionLevel } from '../shapes.js';
import { SqlParams } from '../sql-params.js';
import { memberSource, standings, standingSql, type Standing } from './member-source.js';

/** How many members of a group are how far. */
export interface ProgressCounts {
  expected: number;
  byStanding: Readonly<Record<Standing, number>>;
  late: number;
}

export interface ProgressGroup extends ProgressCounts {
  /** Set where the groups are by level or by sector; null: undecided, or none. */
  level?: RegionLevel | null;
  sector?: string | null;
}

export type ProgressDimension = 'LEVEL' | 'SECTOR';

export interface RosterRecord extends RosterKey {
  /** ISO dates; null: those of art. 49. */
  departmentsBy: string | null;
  governmentsBy: string | null;
}

/** Null where there is no roster. */
export async function rosterOf(
  db: Database,
  { region, year }: RosterKey,
): Promise<RosterRecord | null> {
  const [line] = await db.query<Omit<RosterRecord, 'region' | 'year'>>(
    `SELECT departments_by::text AS "departmentsBy", governments_by::text AS "governmentsBy"
FROM roster WHERE region_code = $1 AND year = $2::int`,
    [region, year],
  );
  return line ? { region, year, ...line } : null;
}

const COLUMNS: Readonly<Record<ProgressDimension, string>> = {
  LEVEL: 'agency.level',
  SECTOR: 'place.sector',
};

type Line = Record<Standing, string> & {
  expected: string;
  late: string;
  level?: RegionLevel | null;
  sector?: string | null;
};

/** The members of a roster on a day at the office, counted: as a whole, or by level, by primary sector, or by both. */
export async function progressGroups(
  db: Database,
  key: RosterKey,
  day: string,
  by: readonly ProgressDimension[],
): Promise<ProgressGroup[]> {
  const params = new SqlParams();
  const names = [...new Set(by)].map((d) => `${COLUMNS[d]} AS ${d.toLowerCase()}`);
  const counts = standings.map(
    (standing) => `count(*) FILTER (WHERE ${standingSql} = '${standing}') AS "${standing}"`,
  );
  const places = names.map((_, i) => String(i + 1));
  const lines = await db.query<Line>(
    `SELECT ${[...names, ...counts].join(', ')}, count(*) AS expected,
  count(*) FILTER (WHERE place.days_late > 0) AS late
${memberSource(key, day, {}, params)}
${places.length > 0 ? `GROUP BY ${places.join(', ')} ORDER BY ${places.join(', ')}` : ''}`,
    params.values,
  );
  return lines.map((line) => ({
    ...(line.level === undefined ? {} : { level: line.level }),
    ...(line.sector === undefined ? {} : { sector: line.sector }),
    expected: Number(line.expected),
    late: Number(line.late),
    byStanding: Object.fromEntries(standings.map((s) => [s, Number(line[s])])) as Record<
      Standing,
      number
    >,
  }));
}
