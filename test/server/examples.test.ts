import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSamples } from '../../src/filing/samples/load-samples.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const folder = new URL('../../src/console/playground/examples/', import.meta.url);
let schema: GraphQLSchema;
let samples: TestDatabase;

beforeAll(async () => {
  schema = await buildApiSchema();
  samples = await createTestDatabase();
  await loadSamples(samples.database);
});
afterAll(() => samples.drop());

/** Runs the example of that number on the sample data. */
async function answerOf(example: number): Promise<any> {
  const name = readdirSync(folder).find((each) => each.startsWith(`${example}-`))!;
  const source = readFileSync(new URL(name, folder), 'utf8');
  const contextValue = createContext(samples.database, { requestId: 'example' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  expect(errors).toBeUndefined();
  return data;
}

test('the outcomes of a province add up to the requests that it completed', async () => {
  const [{ requests, coverage }] = (await answerOf(1)).totals.nodes;
  expect(coverage.reports).toBeGreaterThan(250);
  const counts: number[] = requests.outcomesByCategory.map((each: any) => each.counts.total);
  expect(counts).toHaveLength(6);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  const sum = counts.reduce((total, count) => total + count, 0);
  // A few synthetic reports contradict themselves, on purpose.
  expect(Math.abs(sum - requests.completed.total) / sum).toBeLessThan(0.02);
});

test('the prefectures come by refusal rate, highest first, and differ', async () => {
  const { nodes } = (await answerOf(2)).totals;
  const prefectures = nodes.filter((each: any) => each.key.prefecture !== null);
  const rates: number[] = prefectures.map((each: any) => each.refusalRate.value);
  expect(rates.length).toBeGreaterThanOrEqual(4);
  expect(nodes.at(-1).key.prefecture).toBeNull();
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  expect(rates[0]! / rates.at(-1)!).toBeGreaterThan(1.5);
  for (const { refusalRate } of nodes) {
    expect(refusalRate.low).toBeLessThan(refusalRate.value);
    expect(refusalRate.high).toBeGreaterThan(refusalRate.value);
  }
});

test('one agency has five years, newest first, from one edition to the other', async () => {
  const [agency] = (await answerOf(3)).agencies.nodes;
  const reports = agency.reports.nodes;
  expect(reports.map((each: any) => each.year)).toEqual([2024, 2023, 2022, 2021, 2020]);
  expect(reports[0].editions.requests).toBe('E2021');
  expect(reports[4].editions.requests).toBe('E2019');
  for (const { requests } of reports) expect(requests.received.total).toBeGreaterThan(0);
});

test('one sector across the province has its requests and reasons year by year', async () => {
  const { nodes } = (await answerOf(4)).totals;
  expect(nodes.map((each: any) => each.key.year)).toEqual([2020, 2021, 2022, 2023, 2024]);
  for (const { received, requests } of nodes) {
    expect(received.value).toBeGreaterThan(100);
    expect(requests.outcomes).toHaveLength(11);
  }
});

test('a city has findings, worst first, one of them with its repair', async () => {
  const { nodes, totalCount } = (await answerOf(5)).findings;
  expect(totalCount).toBeGreaterThanOrEqual(3);
  expect(nodes[0].severity).toBe('ERROR');
  expect(nodes.some((each: any) => each.repair.length > 0)).toBe(true);
});

test('one report shows each cell as printed, as read, and where', async () => {
  const [{ name, report }] = (await answerOf(6)).agencies.nodes;
  expect(name).toBe('周口市公安局');
  expect(report.source.downloadUrl).toMatch(/^\/reports\/[\w-]+\/source$/);
  expect(report.cells).toHaveLength(175);
  const received = report.cells[0];
  expect(received).toMatchObject({ raw: '32', value: '32', status: 'READ' });
  expect(received.locator).toMatch(/\d/);
  expect(report.checkResults.length).toBeGreaterThan(15);
});
