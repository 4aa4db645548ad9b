import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, startServer, type RunningServer } from './start.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.app.close());

async function refusal(query: string, variables?: unknown): Promise<string> {
  const started = performance.now();
  const response = await server.post({ query, variables });
  expect(performance.now() - started).toBeLessThan(2_000);
  const codes = await codesOf(response);
  expect(codes.length).toBeLessThanOrEqual(5);
  return `${response.status} ${codes[0] ?? 'no error'}`;
}

function nested(depth: number): string {
  return `{ region { ${'parent { '.repeat(depth - 2)} code ${'} '.repeat(depth - 2)} } }`;
}

function doubling(count: number): string {
  const links = Array.from(
    { length: count },
    (_, i) => `fragment f${i} on Region { ...f${i + 1} ...f${i + 1} }`,
  );
  return `{ region { ...f0 } } ${links.join(' ')} fragment f${count} on Region { code }`;
}

describe('a query is refused before it runs', () => {
  test('where its fields are nested deeper than twelve', async () => {
    expect(await refusal(nested(12))).toBe('200 no error');
    expect(await refusal(nested(13))).toBe('400 QUERY_TOO_DEEP');
    expect(await refusal(nested(400))).toBe('400 QUERY_TOO_DEEP');
  });

  test('where fragments hide the depth', async () => {
    const chain = Array.from(
      { length: 13 },
      (_, i) => `fragment f${i} on Region { parent { ...f${i + 1} } }`,
    ).join(' ');
    expect(await refusal(`{ region { ...f0 } } ${chain} fragment f13 on Region { code }`)).toBe(
      '400 QUERY_TOO_DEEP',
    );
  });

  test('where fragments double, without taking long', async () => {
    expect(await refusal(doubling(100))).toBe('400 QUERY_TOO_COMPLEX');
  });

  test('where fragments go in a circle', async () => {
    expect(
      await refusal(
        '{ region { ...a } } fragment a on Region { ...b } fragment b on Region { ...a }',
      ),
    ).toBe('400 GRAPHQL_VALIDATION_FAILED');
  });

  test('where it has more than thirty aliases', async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `a${i}: __typename`).join(' ')} }`;
    expect(await refusal(aliases(30))).toBe('200 no error');
    expect(await refusal(aliases(31))).toBe('400 QUERY_TOO_COMPLEX');
  });

  test('where it has too many directives, operations or tokens', async () => {
    expect(await refusal(`{ __typename ${'@skip(if: false) '.repeat(51)} }`)).toMatch(/^400 /);
    const operations = Array.from({ length: 11 }, (_, i) => `query q${i} { __typename }`);
    expect(await refusal(operations.join(' '))).toBe('400 QUERY_TOO_COMPLEX');
    expect(await refusal(`{ ${'__typename '.repeat(2_000)} }`)).toBe('400 QUERY_TOO_COMPLEX');
  });

  test('where it asks for the whole schema again and again', async () => {
    const schemas = Array.from({ length: 4 }, (_, i) => `a${i}: __schema { types { name } }`);
    expect(await refusal(`{ ${schemas.join(' ')} }`)).toBe('400 QUERY_TOO_COMPLEX');
  });

  test('where its lists multiply beyond twenty thousand objects', async () => {
    const page = 'children(first: 50) { nodes {';
    expect(await refusal(`{ regions(first: 50) { nodes { ${page} code } } } } }`)).toBe(
      '200 no error',
    );
    expect(await refusal(`{ regions(first: 50) { nodes { ${page} ${page} code } } } } } } }`)).toBe(
      '400 QUERY_TOO_COMPLEX',
    );
    expect(await refusal('{ regions(first: 500) { nodes { cells { code } } } }')).toBe(
      '400 QUERY_TOO_COMPLEX',
    );
  });

  test('where a fragment or a variable hides how long its lists are', async () => {
    const query = `query ($n: Int! = 500) { regions(first: $n) { ...nodes } }
      fragment nodes on RegionConnection { nodes { children(first: $n) { nodes { code } } } }`;
    expect(await refusal(query)).toBe('400 QUERY_TOO_COMPLEX');
    expect(await refusal(query, { n: 20 })).toBe('200 no error');
  });

  test.each(['2147483648', '1.5', '"10"', 'null', 'true'])(
    'where a page has %s entries, written out or given as a variable',
    async (first) => {
      expect(await refusal(`{ regions(first: ${first}) { nodes { code } } }`)).toBe(
        '400 BAD_USER_INPUT',
      );
      for (const type of ['Int!', 'Int']) {
        const query = `query ($n: ${type}) { regions(first: $n) { nodes { code } } }`;
        expect(await refusal(query, { n: JSON.parse(first) as unknown })).toBe(
          '400 BAD_USER_INPUT',
        );
      }
    },
  );

  test('where it selects one field again and again, in words of our own', async () => {
    const response = await server.post({ query: `{ ${'sectors { code } '.repeat(450)} }` });
    expect(response.status).toBe(400);
    const [error] = ((await response.json()) as { errors: { message: string }[] }).errors;
    expect(error).toMatchObject({
      message: 'The document selects too many fields of the same name.',
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    });
  });

  test.each([0, -1, 501, 2_147_483_647])('where a page has %d entries', async (first) => {
    expect(await refusal(`{ regions(first: ${first}) { nodes { code } } }`)).toBe(
      '400 BAD_USER_INPUT',
    );
    const query = 'query ($n: Int!) { regions(first: $n) { nodes { code } } }';
    expect(await refusal(query, { n: first })).toBe('400 BAD_USER_INPUT');
  });

  test('where a literal is nested too deeply', async () => {
    const and = (depth: number): string => (depth === 0 ? '{}' : `{ and: [${and(depth - 1)}] }`);
    expect(await refusal(`{ region(filter: ${and(4)}) { code } }`)).toBe('200 no error');
    expect(await refusal(`{ region(filter: ${and(100)}) { code } }`)).toBe('400 QUERY_TOO_COMPLEX');
  });

  test('where a text has a NUL character or half a surrogate pair', async () => {
    const query = 'query ($f: Filter) { region(filter: $f) { code } }';
    expect(await refusal(query, { f: { search: '年报' } })).toBe('200 no error');
    expect(await refusal(query, { f: { search: 'a\0b' } })).toBe('400 BAD_USER_INPUT');
    expect(await refusal(query, { f: { search: '\ud800' } })).toBe('400 BAD_USER_INPUT');
    expect(await refusal('{ region(filter: { search: "\\u0000" }) { code } }')).toBe(
      '400 BAD_USER_INPUT',
    );
  });
});

describe('variables are refused', () => {
  const query = 'query ($f: Filter) { region(filter: $f) { code } }';

  test('where they are nested more than twelve deep', async () => {
    const deep = (depth: number): object => (depth === 0 ? {} : { and: [deep(depth - 1)] });
    expect(await refusal(query, { f: deep(4) })).toBe('200 no error');
    expect(await refusal(query, { f: deep(500) })).toBe('400 BAD_USER_INPUT');
  });

  test('where a list has more than a thousand entries', async () => {
    const years = (length: number) => ({ f: { years: Array.from({ length }, () => 2024) } });
    expect(await refusal(query, years(1_000))).toBe('200 no error');
    expect(await refusal(query, years(1_001))).toBe('400 BAD_USER_INPUT');
  });
});
