import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask, data } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await storeSmallCountry(test.database);
});
afterAll(() => test.drop());

/** Every list of the API with what tells its entries apart. */
const lists = {
  regions: { field: 'regions', of: 'nodes { code }' },
  agencies: { field: 'agencies', of: 'nodes { name }' },
  reports: { field: 'reports', of: 'nodes { id }' },
  findings: { field: 'findings', of: 'nodes { id }' },
  totals: { field: 'totals', args: 'groupBy: [PREFECTURE, SECTOR, YEAR]', of: 'nodes { id }' },
  'totals by an indicator': {
    field: 'totals',
    args: 'groupBy: [AGENCY], orderBy: { metric: REFUSAL_RATE }',
    of: 'nodes { id }',
  },
} satisfies Record<string, { field: string; args?: string; of: string }>;

const nested = {
  'children of a region': ['region(code: "410000")', 'children', 'nodes { code }'],
  'agencies of a region': ['region(code: "410000")', 'agencies', 'nodes { name }'],
  'contributions to a cell': [
    'consolidation(region: "4116", year: 2024)',
    'contributions',
    'nodes { value report { id } }',
    'table: REQUESTS, row: "received", column: "total"',
  ],
} satisfies Record<string, string[]>;

const listOf = (
  name: string,
): { open: string; field: string; args: string; of: string; close: string } => {
  if (name in lists) {
    const { field, of, ...rest } = lists[name as keyof typeof lists];
    return { open: '', field, args: 'args' in rest ? rest.args : '', of, close: '' };
  }
  const [parent = '', field = '', of = '', args = ''] = nested[name as keyof typeof nested];
  return { open: `${parent} {`, field, args, of, close: '}' };
};

const query = (name: string, page: string): string => {
  const { open, field, args, of, close } = listOf(name);
  return `{ ${open} list: ${field}(${[page, args].filter(Boolean).join(', ')}) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } ${of}
  } ${close} }`;
};

async function page(name: string, args: string): Promise<any> {
  const answer = await data(test.database, query(name, args));
  return answer.list ?? Object.values<any>(answer)[0].list;
}

const every = [...Object.keys(lists), ...Object.keys(nested)];

describe('a list', () => {
  it.each(every)('%s: one page after the other is the whole, in the same order', async (name) => {
    const whole = await page(name, 'first: 500');
    const walked: unknown[] = [];
    let after: string | null = null;
    do {
      const part: any = await page(name, `first: 2${after ? `, after: "${after}"` : ''}`);
      expect(part.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(part.totalCount).toBe(whole.nodes.length);
      expect(part.edges.at(-1)?.cursor ?? null).toBe(part.pageInfo.endCursor);
      expect(part.edges[0]?.cursor ?? null).toBe(part.pageInfo.startCursor);
      walked.push(...part.nodes);
      after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
    } while (after !== null);
    expect(whole.nodes.length).toBeGreaterThan(1);
    expect(walked).toEqual(whole.nodes);
    expect(whole.pageInfo.hasNextPage).toBe(false);
  });

  it.each(every)('%s: refuses a first that is not 1 to 500', async (name) => {
    for (const first of ['0', '-1', '501', '2147483647']) {
      const { codes, data: none } = await ask(test.database, query(name, `first: ${first}`));
      expect({ first, codes }).toEqual({ first, codes: ['BAD_USER_INPUT'] });
      expect(Object.values(none ?? {}).filter((part: any) => part?.list)).toEqual([]);
    }
    for (const first of ['2147483648', '1.5', '"10"', 'null']) {
      const { messages } = await ask(test.database, query(name, `first: ${first}`));
      expect(messages).toHaveLength(1);
    }
  });

  it.each(every)('%s: refuses an after that is not one of its cursors', async (name) => {
    const other = ['regions', 'children of a region'].includes(name) ? 'reports' : 'regions';
    const foreign = (await page(other, 'first: 1')).pageInfo.endCursor;
    const own = (await page(name, 'first: 1')).pageInfo.endCursor as string;
    const values = JSON.parse(Buffer.from(own, 'base64url').toString()) as unknown[];
    const crafted = [
      [...values, 1],
      values.slice(0, -1),
      values.map((value, i) => (i === 0 ? value : { a: 1 })),
      values.map((value, i) => (i === 0 ? value : null)),
      values.map((value, i) => (i === 0 ? value : '\0')),
      values.map((value, i) => (i === 1 ? value : '\ud800')),
      values.map((value, i) => (i === 0 ? value : true)),
    ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
    for (const after of ['', 'x', '{}', 'bnVsbA', foreign, `${own}=`, ...crafted]) {
      const { codes } = await ask(test.database, query(name, `after: "${after}"`));
      expect({ after, codes }).toEqual({ after, codes: ['BAD_USER_INPUT'] });
    }
  });

  it('leaves nothing out and says nothing twice while reports come in between pages', async () => {
    const first = await page('reports', 'first: 3');
    await test.database.query(
      `INSERT INTO report (id, agency_id, year, scope, revision, status, is_newest, is_current, region_code,
         content_key, unstated_active_disclosure, unstated_requests, unstated_appeals, error_count, warning_count,
         info_count, reader_version, rules_version)
       SELECT id + 900, agency_id, 2025, scope, 1, status, TRUE, TRUE, region_code, 'x' || id, 0, 0, 0, 0, 0, 0, '1', '1'
       FROM report WHERE id IN (101, 112)`,
    );
    const rest = await page('reports', `first: 500, after: "${first.pageInfo.endCursor}"`);
    await test.database.query('DELETE FROM report WHERE id > 1000');
    const whole = await page('reports', 'first: 500');
    expect([...first.nodes, ...rest.nodes]).toEqual(whole.nodes);
  });

  it('is counted only where totalCount is selected', async () => {
    const without = await ask(test.database, '{ reports(first: 2) { nodes { id } } }');
    const counted = await ask(test.database, '{ reports(first: 2) { totalCount nodes { id } } }');
    expect([without.statements, counted.statements]).toEqual([1, 2]);
  });
});
