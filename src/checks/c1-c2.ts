import { addressKey } from '../format/form.js';
import { placeWithTable } from '../format/place.js';
import type { FilledCell, FilledForm, Finding } from '../format/report.js';
import { addressOf } from './cells.js';
import type { CheckContext, CheckResult, Rule, Ruling } from './definition.js';
import { finding, inBoth, listed } from './finding.js';
import { givenBy, minus, sumOfMembers } from './members.js';
import type { ConsolidatedMember } from './members.js';

/**
 * C1: a consolidated cell is the sum of its members' cells. C2: every member of the roster is in it, exactly once. Where
 * the differences are the very figures of one member, that is told once as its being left out or counted twice.
 */

interface Difference {
  cell: FilledCell;
  key: string;
  printed: string;
  sum: string;
}

const named = (members: readonly ConsolidatedMember[]) =>
  listed(members.map(({ agency }) => inBoth(() => agency)));

const differencesOf = (form: FilledForm, members: readonly ConsolidatedMember[]): Difference[] =>
  form.cells.flatMap((cell) => {
    const key = addressKey(cell);
    const sum = sumOfMembers(members, key);
    if (cell.value === null || sum === null || cell.value === sum) return [];
    return [{ cell, key, printed: cell.value, sum }];
  });

/** The member whose figures the differences are, cell by cell. */
const cause = (
  form: FilledForm,
  members: readonly ConsolidatedMember[],
  differences: readonly Difference[],
): { member: ConsolidatedMember; twice: boolean } | null => {
  const off = new Map(differences.map((d) => [d.key, minus(d.printed, d.sum)]));
  const isOff = (member: ConsolidatedMember, twice: boolean): boolean =>
    form.cells.every((cell) => {
      const given = givenBy(member, addressKey(cell)) ?? '0';
      const expected = twice ? given : minus('0', given);
      return cell.value === null || (off.get(addressKey(cell)) ?? '0') === expected;
    });
  for (const member of members) {
    for (const twice of [false, true]) if (isOff(member, twice)) return { member, twice };
  }
  return null;
};

const ofCause = (
  { member: { agency }, twice }: { member: ConsolidatedMember; twice: boolean },
  differences: readonly Difference[],
): Finding =>
  finding({
    check: 'C2',
    severity: 'ERROR',
    message: twice
      ? {
          ZH: `汇总多计了一次“${agency}”：${String(differences.length)} 格恰好多出其数。`,
          EN: `${agency} is counted twice: ${String(differences.length)} cells exceed the members' sum by its very figures.`,
        }
      : {
          ZH: `汇总漏计了“${agency}”：${String(differences.length)} 格恰好少了其数。`,
          EN: `${agency} is left out: ${String(differences.length)} cells fall short of the members' sum by its very figures.`,
        },
    cells: differences.map(({ cell }) => addressOf(cell)),
    repair: differences.map(({ cell, sum }) => ({ ...addressOf(cell), to: sum })),
    cause: twice ? 'MEMBER_TWICE' : 'MEMBER_LEFT_OUT',
  });

const ofRow = (rows: readonly Difference[], members: readonly ConsolidatedMember[]): Finding => {
  const worst = rows.find(({ cell }) => cell.column === 'total') ?? rows[0];
  if (!worst) throw new Error('a row without a difference');
  const { cell, key, printed, sum } = worst;
  const place = placeWithTable(cell);
  const parts = members
    .map((member) => ({ member, given: givenBy(member, key) ?? '0' }))
    .filter(({ given }) => given !== '0')
    .sort((a, b) => Number(b.given) - Number(a.given))
    .map(({ member, given }) => inBoth(() => `${member.agency} ${given}`));
  const [each, off] = [listed(parts, 3), minus(printed, sum)];
  const by = off.replace('-', '');
  return finding({
    check: 'C1',
    severity: 'ERROR',
    message: {
      ZH: `${place.ZH}：汇总 ${printed}，各成员单位合计 ${sum}，相差 ${by}${each.ZH ? `（${each.ZH}）` : ''}。`,
      EN: `${place.EN}: consolidated ${printed}, the members add up to ${sum}; difference ${by}${each.EN ? ` (${each.EN})` : ''}.`,
    },
    ...{ left: printed, right: sum, difference: off },
    cells: rows.map((row) => addressOf(row.cell)),
    repair: rows.map((row) => ({ ...addressOf(row.cell), to: row.sum })),
  });
};

const run = (form: FilledForm, { consolidation }: CheckContext): Ruling => {
  if (!consolidation) return { results: [], findings: [] };
  const present = consolidation.members.filter(({ figures }) => figures !== null);
  const missing = consolidation.members.filter((m) => m.figures === null && m.override === null);
  const differences = differencesOf(form, present);
  const one = differences.length > 0 ? cause(form, present, differences) : null;
  const absent = missing.length > 0 ? [ofMissing(missing)] : [];
  const members = [...absent, ...(one && missing.length === 0 ? [ofCause(one, differences)] : [])];
  const byRow = new Map<string, Difference[]>();
  for (const difference of differences) {
    const row = `${difference.cell.table}/${difference.cell.row}`;
    byRow.set(row, [...(byRow.get(row) ?? []), difference]);
  }
  const sums = one ? [] : [...byRow.values()].map((rows) => ofRow(rows, present));
  const c1: CheckResult =
    missing.length > 0
      ? { check: 'C1', status: 'NOT_ASSESSABLE', reason: ofMissing(missing).message }
      : resultOf('C1', differences.length > 0 && one ? members : sums);
  const told = missing.length > 0 ? [] : sums;
  return { results: [c1, resultOf('C2', members)], findings: [...told, ...members] };
};

const resultOf = (check: string, findings: readonly Finding[]): CheckResult => ({
  check,
  status: findings.length > 0 ? 'FAIL' : 'PASS',
  reason: findings[0]?.message ?? null,
});

const ofMissing = (missing: readonly ConsolidatedMember[]): Finding => {
  const [count, who] = [String(missing.length), named(missing)];
  return finding({
    check: 'C2',
    severity: 'ERROR',
    message: {
      ZH: `${count} 个成员单位没有可计入的报告：${who.ZH}。`,
      EN: `${count} members have no report that counts: ${who.EN}.`,
    },
    cause: 'MEMBER_MISSING',
  });
};

const cells = (n: number) =>
  Object.fromEntries(
    ['received', 'GRANTED', 'completed'].flatMap((row) =>
      ['naturalPerson', 'total'].map((column) => [`REQUESTS/${row}/${column}`, String(n)]),
    ),
  );
const facts = { scope: 'REGION_CONSOLIDATED' as const };
const member = (agency: string, n: number | null): ConsolidatedMember => ({
  ...{ agency, scope: 'ORGAN', editions: [], failing: [], belongs: true, override: null },
  figures: n === null ? null : cells(n),
});
const consolidation = { members: [member('甲局', 40), member('乙局', 55)] };

export const c1c2: Rule = {
  definitions: [
    {
      code: 'C1',
      severity: 'ERROR',
      title: {
        ZH: '汇总数等于成员单位之和',
        EN: 'A consolidated figure is the sum of its members',
      },
      formula: {
        ZH: '汇总报告各格 = 名册各成员单位报告同一格之和',
        EN: 'each cell of the consolidated report = the sum of that cell over the members of the roster',
      },
      basis: '三张表各格均可加；国办发〔2014〕32号：本级及本行政区域汇总',
    },
    {
      code: 'C2',
      severity: 'ERROR',
      title: { ZH: '每个成员单位计入且只计一次', EN: 'Every member counts exactly once' },
      formula: {
        ZH: '名册上每个成员单位都有可计入的报告，且只计一次',
        EN: 'every member of the roster has a report that counts, and counts once',
      },
      basis: '报送名册；《政府信息公开条例》第四十九条',
    },
  ],
  examples: {
    C1: {
      passes: { report: { cells: cells(95), facts }, context: { consolidation } },
      fails: { report: { cells: cells(99), facts }, context: { consolidation } },
    },
    C2: {
      passes: { report: { cells: cells(95), facts }, context: { consolidation } },
      fails: { report: { cells: cells(40), facts }, context: { consolidation } },
    },
  },
  run,
};
