import { readFileSync, writeFileSync } from 'node:fs';
import type { Load } from './load.js';
import type { Machine } from './machine.js';
import type { MeasuredSize } from './measure.js';

/** What one run found. */
export interface Measurement {
  machine: Machine;
  /** True where the databases were given, not filled by the run. */
  filledBefore: boolean;
  sizes: readonly MeasuredSize[];
  /** Throughput at many reports against that at few, by question; null where one number was measured. */
  scale: Readonly<Record<string, number>> | null;
  embedded: {
    reports: number;
    questions: Readonly<Record<string, { cached: Load; uncached: Load }>>;
  } | null;
}

const page = new URL('../../docs/performance.md', import.meta.url);
const BEGIN = '<!-- measured -->';
const END = '<!-- /measured -->';

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const hundredths = (value: number): string => value.toFixed(2);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const sizeTable = ({ reports, questions, memoryCached, memoryUncached }: MeasuredSize): string =>
  `### ${whole(reports)} reports

${table(
  [
    'question',
    'default',
    'ratio',
    'p50 / p99 ms',
    'no cache',
    'ratio',
    'p50 / p99 ms',
    'node:http + pg',
    'ceiling',
  ],
  questions.map((one) => [
    `${one.name}: ${one.says}`,
    whole(one.cached.rate),
    hundredths(one.ratioCached),
    `${hundredths(one.cached.p50)} / ${hundredths(one.cached.p99)}`,
    whole(one.uncached.rate),
    hundredths(one.ratioUncached),
    `${hundredths(one.uncached.p50)} / ${hundredths(one.uncached.p99)}`,
    whole(one.bare.rate),
    whole(one.ceiling.rate),
  ]),
)}

Resident memory of the server at its highest: ${memoryCached === null ? 'not told' : `${whole(memoryCached)} MB`}, without the cache ${memoryUncached === null ? 'not told' : `${whole(memoryUncached)} MB`}.`;

/** The measurement as Markdown. */
export function tables({ machine, filledBefore, sizes, scale, embedded }: Measurement): string {
  const { on, processors, memoryGb, system, node } = machine;
  const made = `${on}, ${processors}, ${memoryGb} GB, ${system}, Node.js ${node}; answers a second at 16 connections, medians; ${filledBefore ? 'databases filled before the run' : 'databases filled by the run'}.`;
  const parts = [made, ...sizes.map(sizeTable)];
  if (scale) {
    const rows = Object.entries(scale).map(([name, ratio]) => [name, hundredths(ratio)]);
    parts.push('### Throughput at the most reports against that at the fewest');
    parts.push(table(['question', 'ratio'], rows));
  }
  if (embedded) {
    parts.push(`### Embedded database, ${whole(embedded.reports)} reports`);
    parts.push(
      table(
        ['question', 'default p50 ms', 'no cache p50 ms'],
        Object.entries(embedded.questions).map(([name, { cached, uncached }]) => [
          name,
          hundredths(cached.p50),
          hundredths(uncached.p50),
        ]),
      ),
    );
  }
  return parts.join('\n\n');
}

/** The page with the measurement between its marks. */
export function withTables(text: string, measurement: Measurement): string {
  const [before = '', rest = ''] = text.split(BEGIN);
  return `${before}${BEGIN}\n\n${tables(measurement)}\n\n${END}${rest.split(END)[1] ?? ''}`;
}

export const writeTables = (measurement: Measurement): void =>
  writeFileSync(page, withTables(readFileSync(page, 'utf8'), measurement));

const KEPT = ['Q1', 'Q2', 'Q4', 'Q5'];

/** Bars that the measurement does not reach. */
export function missed({ sizes, scale, embedded }: Measurement): string[] {
  const bars: [string, boolean][] = sizes.flatMap(({ reports, questions, memoryCached }) => [
    ...questions.flatMap(({ name, ratioCached, ratioUncached, cached }): [string, boolean][] => [
      ...(KEPT.includes(name)
        ? ([
            [`${name} at ${reports}`, ratioCached >= 0.9],
            [`${name} without cache at ${reports}`, ratioUncached >= 0.4],
          ] as [string, boolean][])
        : []),
      ...(name === 'Q3'
        ? ([[`Q3 at ${reports}`, ratioUncached >= 0.45]] as [string, boolean][])
        : []),
      [`p99 of ${name} at ${reports}`, cached.p99 <= 4 * cached.p50],
    ]),
    [`memory at ${reports}`, (memoryCached ?? 0) <= 300] as [string, boolean],
  ]);
  const held = Object.entries(scale ?? {}).map(([name, ratio]): [string, boolean] => [
    `${name} at ten times the reports`,
    ratio >= 0.8,
  ]);
  const quick = Object.entries(embedded?.questions ?? {}).map(
    ([name, { cached }]): [string, boolean] => [`${name} embedded`, cached.p50 < 40],
  );
  return [...bars, ...held, ...quick].flatMap(([name, holds]) => (holds ? [] : [name]));
}
