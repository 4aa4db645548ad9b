/** Scores what was read from a document against the cells that a careful reader takes from it. */

export interface Expected {
  agency?: string;
  year?: number;
  notAnnualReport?: boolean;
  mayDecline?: boolean;
  failing?: { check: string; row?: string; column?: string }[];
  alsoAccept?: Record<string, Value[]>;
}

export interface Grade {
  /** Values that the document states, and how they were read. */
  values: number;
  right: number;
  /** Wrong or missing, but named by a finding, or the document was refused. */
  flagged: number;
  /** Wrong, and nothing says so. */
  silent: number;
  /** Values read where the document states none. */
  invented: number;
  relations: number;
  relationsFound: number;
  falseAlarm: boolean;
  yearWrong: boolean;
  agencyWrong: boolean;
  /** Other papers alone: refused as NOT_A_REPORT. */
  refused: boolean;
  /** What is not right, a line each. */
  faults: string[];
}

type Value = string | number | null;
/** A parsed line of what `nianbao parse` prints. */
export type Printed = any;

interface Cell {
  table: string;
  row: string;
  column?: string | null;
}

const TABLES = ['activeDisclosure', 'activeDisclosure2019', 'requests', 'appeals'];

function flatten(value: any, path = '', out: Record<string, Value> = {}): Record<string, Value> {
  for (const [key, inner] of Object.entries<any>(value ?? {})) {
    const at = path ? `${path}.${key}` : key;
    if (inner !== null && typeof inner === 'object') flatten(inner, at, out);
    else out[at] = inner;
  }
  return out;
}

const tablesOf = (document: any): Record<string, Value> =>
  flatten(Object.fromEntries(TABLES.map((t) => [t, document[t]])));

const same = (a: Value | undefined, b: Value): boolean =>
  (a ?? null) === (b ?? null) ||
  (a != null && b != null && a !== '' && b !== '' && Number(a) === Number(b));

const squeeze = (text: string | null | undefined): string => (text ?? '').replace(/\s/g, '');

/** `requests.outcomes.GRANTED.total` → the address used in findings. */
function addressOf(path: string): Cell {
  const [table, first = '', second, third] = path.split('.');
  if (table === 'requests') {
    return first === 'outcomes'
      ? { table: 'REQUESTS', row: second ?? '', column: third ?? null }
      : { table: 'REQUESTS', row: first, column: second ?? null };
  }
  const name = table === 'appeals' ? 'APPEALS' : 'ACTIVE_DISCLOSURE';
  return { table: name, row: first, column: second ?? null };
}

const names = (cell: Cell, at: Cell): boolean =>
  cell.table === at.table &&
  cell.row === at.row &&
  (at.column === null || cell.column == null || cell.column === at.column);

const touches = (cell: Cell, broken: { check: string; row?: string; column?: string }): boolean =>
  broken.check === 'A1'
    ? cell.table === 'REQUESTS' && cell.row === broken.row
    : broken.check === 'A4'
      ? cell.table === 'APPEALS' && cell.row === broken.row
      : cell.table === 'REQUESTS' && (cell.column === broken.column || cell.column == null);

const newGrade = (): Grade => ({
  values: 0,
  right: 0,
  flagged: 0,
  silent: 0,
  invented: 0,
  relations: 0,
  relationsFound: 0,
  falseAlarm: false,
  yearWrong: false,
  agencyWrong: false,
  refused: false,
  faults: [],
});

/** @param printed one line of `nianbao parse`, parsed */
export function grade(expected: Expected, printed: Printed): Grade {
  const result = newGrade();
  if (expected.notAnnualReport) {
    result.refused = printed.ok === false && printed.error.code === 'NOT_A_REPORT';
    if (!result.refused) result.faults.push('is no annual report and was not refused');
    return result;
  }
  if (expected.mayDecline && !printed.ok) return result;
  gradeValues(expected, printed, result);
  if (printed.ok) {
    gradeFacts(expected, printed, result);
    gradeRelations(expected, printed, result);
  } else result.faults.push(`was refused: ${printed.error.code}`);
  return result;
}

function gradeValues(expected: Expected, printed: Printed, result: Grade): void {
  const got = printed.ok ? tablesOf(printed) : {};
  const cells: Cell[] = (printed.findings ?? []).flatMap((f: any) => f.cells);
  for (const [path, value] of Object.entries(tablesOf(expected))) {
    const accepted = [value, ...(expected.alsoAccept?.[path] ?? [])];
    const right = printed.ok && accepted.some((v) => same(got[path], v));
    if (value === null) {
      if (printed.ok && !right) {
        result.invented++;
        result.faults.push(`${path}: states nothing, read ${got[path]}`);
      }
      continue;
    }
    result.values++;
    if (right) result.right++;
    else {
      const flagged = !printed.ok || cells.some((c) => names(c, addressOf(path)));
      result[flagged ? 'flagged' : 'silent']++;
      result.faults.push(
        `${path}: is ${value}, read ${got[path] ?? null}${flagged ? ' (flagged)' : ' SILENT'}`,
      );
    }
  }
}

function gradeFacts(expected: Expected, printed: Printed, result: Grade): void {
  result.yearWrong = expected.year != null && printed.year !== expected.year;
  result.agencyWrong =
    expected.agency != null && squeeze(printed.agency) !== squeeze(expected.agency);
  if (result.yearWrong) result.faults.push(`year: is ${expected.year}, read ${printed.year}`);
  if (result.agencyWrong)
    result.faults.push(`agency: is ${expected.agency}, read ${printed.agency}`);
}

function gradeRelations(expected: Expected, printed: Printed, result: Grade): void {
  const failing = expected.failing ?? [];
  const errors = printed.findings.filter(
    (f: any) => f.severity === 'ERROR' && /^A[1-4]$/.test(f.check),
  );
  for (const broken of failing) {
    result.relations++;
    const found = errors.some(
      (f: any) =>
        f.breaks.some(
          (b: any) =>
            b.check === broken.check && (b.row ?? b.column) === (broken.row ?? broken.column),
        ) || f.cells.some((c: Cell) => touches(c, broken)),
    );
    if (found) result.relationsFound++;
    else
      result.faults.push(
        `${broken.check} ${broken.row ?? broken.column} fails and no finding says so`,
      );
  }
  result.falseAlarm = failing.length === 0 && errors.length > 0;
  if (result.falseAlarm)
    result.faults.push(`false alarm: ${errors.map((f: any) => f.check).join(' ')}`);
}
