import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseOutput } from '../../../src/export/parse-output.js';
import { verifySums } from '../../../src/filing/kept/verify-sums.js';
import { importLines } from '../../../src/filing/parsed/import-lines.js';
import type { LineOutcome, ReportLine } from '../../../src/filing/parsed/import-lines.js';
import { placeOf } from '../../../src/filing/parsed/import-place.js';
import { recheck } from '../../../src/filing/recheck.js';
import { nationalReports } from '../../../src/filing/synth/national.js';
import { Random } from '../../../src/filing/synth/random.js';
import { findOrCreateAgencies } from '../../../src/registry/find-or-create-agency.js';
import { referencePlaceNames } from '../../../src/registry/place-names-of-reference.js';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

const reports = 30;
const texts = [...nationalReports(referencePlaceNames(), { seed: 'lines', reports })].map(
  ({ form }, i) => JSON.stringify(parseOutput(`${i}.html`, form, [])),
);

const shuffled = (list: readonly string[], seed: string): string[] => {
  const random = new Random(seed);
  return list
    .map((text) => ({ text, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text);
};

async function* linesOf(list: readonly string[], from = 0): AsyncGenerator<ReportLine> {
  for (const [i, text] of list.entries()) {
    if (i >= from) yield await Promise.resolve({ number: i + 1, text, end: 10 * (i + 1) });
  }
}

describe('an import of parsed reports', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await createTestDatabase();
    await seedRegistry(test.database);
  });
  afterEach(() => test.drop());

  const run = async (
    lines: AsyncIterable<ReportLine>,
    onBatch: () => void = () => undefined,
  ): Promise<LineOutcome[]> => {
    const done: LineOutcome[] = [];
    await importLines(test.database, { findOrCreateAgencies }, lines, {
      ...{ status: 'PUBLISHED', createAgencies: true, name: 'x.ndjson', batch: 10 },
      onDone: (outcomes) => {
        done.push(...outcomes);
        onBatch();
      },
    });
    return done;
  };

  const kinds = (outcomes: readonly LineOutcome[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { outcome } of outcomes) counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
    return counts;
  };

  /** What is stored of the checks of reports that no newer revision replaced; F12 aside, which likens a report to those that came later too. */
  const judgements = (): Promise<unknown[]> =>
    test.database.query(
      `select r.id,
         (select jsonb_agg(result) from jsonb_array_elements(e.check_results) result where result ->> 'check' <> 'F12'),
         array(select message_zh from finding f where f.report_id = r.id and check_code <> 'F12' order by ordinal)
       from report r join report_evidence e on e.report_id = r.id where r.is_newest order by r.id`,
    );

  const judgeAgain = async (): Promise<void> => {
    const lines = await test.database.query<{ id: string }>(
      'select id from report where is_newest',
    );
    const ids = lines.map(({ id }) => id);
    await test.database.transaction((manager) => recheck(manager, ids));
  };

  it(
    'files them in any order with sums and findings that are right, and a second time nothing',
    { timeout: 300_000 },
    async () => {
      const list = shuffled(texts, 'order');
      const outcomes = await run(linesOf(list));
      const { CREATED = 0, REVISED = 0 } = kinds(outcomes);
      expect(CREATED + REVISED).toBe(reports);
      expect(outcomes.map(({ line }) => line)).toEqual(list.map((_, i) => i + 1));
      expect(await verifySums(test.database)).toBeNull();
      const judged = await judgements();
      await judgeAgain();
      expect(await judgements()).toEqual(judged);
      expect(kinds(await run(linesOf(list)))).toEqual({ UNCHANGED: reports });
    },
  );

  it('refuses lines that are wrong by number and code, and files the others', async () => {
    const wrong = [
      '{"file":"a.html","ok":true',
      '{"file":"b.pdf","ok":false,"error":{"code":"NO_TEXT_LAYER","message":"b.pdf: a scan"}}',
      '{"file":"c.html","ok":true,"agency":"某局","year":null}',
      (texts[0] ?? '').replace('人民政府', '\\u0000人民政府'),
    ];
    const outcomes = await run(linesOf([...wrong, ...texts.slice(1, 5)]));
    const refusals = outcomes.flatMap(({ line, outcome }) =>
      outcome.kind === 'REFUSED' ? [[line, outcome.code]] : [],
    );
    expect(refusals).toEqual([
      [1, 'LINE_INVALID'],
      [2, 'NO_TEXT_LAYER'],
      [3, 'YEAR_UNKNOWN'],
      [4, 'TEXT_UNSTORABLE'],
    ]);
    expect(kinds(outcomes)).toMatchObject({ CREATED: 4 });
  });

  it('goes on behind the last batch where it was cut short', async () => {
    let batches = 0;
    const cut = run(linesOf(texts), () => {
      if (++batches === 2) throw new Error('cut short');
    });
    await expect(cut).rejects.toThrow('cut short');
    const place = await placeOf(test.database, 'x.ndjson');
    expect(place).toEqual({ line: 20, offset: 200 });
    const rest = await run(linesOf(texts, place?.line));
    expect(rest).toHaveLength(reports - 20);
    expect(await placeOf(test.database, 'x.ndjson')).toBeNull();
    const [stored] = await test.database.query<{ n: number }>(
      'select count(*)::int as n from report',
    );
    expect(stored?.n).toBe(reports);
  });
});
