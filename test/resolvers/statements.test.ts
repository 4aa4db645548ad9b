import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeSmallCountry } from '../support/small-country.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await storeSmallCountry(test.database);
});
afterAll(() => test.drop());

const REPORT = `id title
  agency { name aliases sectors { name } region { fullName ancestors { name } parent { name } successors { name } }
    consolidatesInto { name } predecessors { name } successors { name }
    report(year: 2023) { id } reports(first: 2) { totalCount nodes { id } } }
  region { name children(first: 2) { totalCount nodes { name } } agencies(first: 2) { totalCount nodes { name } } }
  requests { received { total } outcomes { label } outcomesByCategory { share } } appeals { reconsideration { total } }
  activeDisclosure { licensingDecisions } activeDisclosure2019 { licensing { change } }
  indicator(metric: GRANT_RATE) { value }
  sections { heading } statements { metric } corrections { by cell { label } toIdentity { agency { name } } }
  findings { message explanation { text } cells { label } repair { to } report { id } } stale
  checkResults { status } cells { raw } source { fileName }`;

const lists: Record<string, (first: number) => string> = {
  reports: (first) => `{ reports(first: ${first}) { totalCount nodes { ${REPORT} } } }`,
  agencies: (first) =>
    `{ agencies(first: ${first}) { nodes { name reports(first: 5) { nodes { ${REPORT} } } } } }`,
  regions: (first) => `{ regions(first: ${first}) { nodes { name parent { name } ancestors { name }
    children(first: 5) { totalCount nodes { name agencies(first: 3) { totalCount nodes { name } } } } } } }`,
  findings: (
    first,
  ) => `{ findings(first: ${first}) { nodes { message check { title } cells { label raw }
    repair { cell { label } } report { ${REPORT} } } } }`,
  totals: (
    first,
  ) => `{ totals(first: ${first}, groupBy: [AGENCY, PREFECTURE, PROVINCE, COUNTY, CHILD_REGION, SECTOR]) {
    totalCount nodes { id key { agency { name } prefecture { name } province { name } county { name }
      childRegion { name } sector { name } } coverage { reports unstatedCells }
      reports(first: 3) { totalCount nodes { ${REPORT} } }
      contributions(table: REQUESTS, row: "received", column: "total", first: 3) {
        totalCount nodes { value report { agency { name } } } } } } }`,
};

describe('a list', () => {
  it.each(Object.keys(lists))('%s costs no more statements when it is longer', async (name) => {
    const query = lists[name]!;
    const short = await ask(test.database, query(3));
    const long = await ask(test.database, query(12));
    expect([...short.messages, ...long.messages]).toEqual([]);
    expect(long.statements).toBeLessThanOrEqual(short.statements + 1);
    expect(long.statements).toBeLessThanOrEqual(40);
  });

  it('looks up nothing that is not selected', async () => {
    const bare =
      '{ reports(first: 20) { nodes { id year scope status revision title editions { requests } } } }';
    expect((await ask(test.database, bare)).statements).toBe(1);
    const findings =
      '{ findings(first: 20) { nodes { id message severity report { year } check { title } } } }';
    expect((await ask(test.database, findings)).statements).toBe(1);
  });
});
