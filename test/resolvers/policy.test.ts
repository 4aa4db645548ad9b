import { createSourceEventStream, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../src/accounts/viewer.js';
import { roles, type Role } from '../../src/entities/vocabulary.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { ask } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeAccount, viewerWith, type Place } from '../support/viewers.js';
import { aReport, anAgency, storePlaces, storeWorld } from '../support/world.js';
import { openFields, openSubscriptions, subject, table, type Line } from './policy-table.js';

/** Where a role holds, as seen from the agency in 川汇区, and whether it reaches the agency. */
const relations: readonly (readonly [name: string, place: Place | null, reaches: boolean])[] = [
  ['the agency itself', { agency: subject.agency }, true],
  ['another agency there', { agency: 8 }, false],
  ['its own region', { region: '411602' }, true],
  ['an ancestor', { region: '411600' }, true],
  ['a descendant', { region: '411602001' }, false],
  ['a sibling', { region: '419001' }, false],
  ['another province', { region: '440000' }, false],
  ['everywhere', {}, true],
  ['nowhere', null, false],
];

let db: TestDatabase;
const viewers = new Map<string, SignedIn>();

beforeAll(async () => {
  db = await createTestDatabase();
  await storePlaces(db.database);
  const there = { level: 'COUNTY', region: '411602', consolidatesInto: '411602' } as const;
  await storeWorld(db.database, {
    agencies: [anAgency({ id: subject.agency, ...there }), anAgency({ id: 8, ...there })],
    reports: [
      aReport({
        id: Number(subject.report),
        agency: subject.agency,
        status: 'SUBMITTED',
        region: '411602',
      }),
      aReport({
        ...{ id: Number(subject.consolidated), agency: subject.agency, region: '411602' },
        ...{ scope: 'REGION_CONSOLIDATED', status: 'PUBLISHED' },
      }),
    ],
  });
  await db.database.query(
    `insert into consolidation (report_id, region_code, author) values ($1, '411602', '李')`,
    [subject.consolidated],
  );
  const holder = await storeAccount(db.database, 'holder');
  for (const role of roles) {
    for (const [name, place] of relations) {
      // A submitter belongs to an agency and cannot be stored elsewhere.
      if (role === 'SUBMITTER' && place?.agency === undefined) continue;
      const grants = place ? [[role, place] as const] : [];
      viewers.set(`${role} ${name}`, await viewerWith(db.database, `${role} ${name}`, ...grants));
    }
  }
  holderId = holder;
  await db.database.query(
    `insert into report_evidence (report_id, cells, check_results, block_editions, statements, facts)
     values ($1, '[]', '[]', '{}', '[]', '{}')`,
    [subject.report],
  );
  await db.database.query(
    `insert into finding (id, report_id, ordinal, check_code, severity, message_zh, message_en, breaks, cells, repair)
     values ($1, $2, 0, 'A1', 'ERROR', '', '', '[]', '[]', '[]')`,
    [subject.finding, subject.report],
  );
});
let holderId = '';
/** Puts back what a mutation that was let through took away. */
const restore = async (): Promise<void> => {
  await db.database.query('delete from role_grant where id = $1', [subject.grant]);
  await db.database.query(
    `insert into role_grant (id, account_id, role, agency_id) values ($1, $2, 'SUBMITTER', $3)`,
    [subject.grant, holderId, subject.agency],
  );
};
afterAll(() => db.drop());

/** FORBIDDEN, UNAUTHENTICATED, or null where it was let through. */
const denial = async (line: Line, viewer: SignedIn | null): Promise<unknown> => {
  await restore();
  if (line.document.startsWith('subscription')) return denialOfFollowing(line, viewer);
  const { codes, messages, data } = await ask(db.database, line.document, {}, viewer);
  expect(codes).not.toContain('GRAPHQL_VALIDATION_FAILED');
  expect(codes.includes(undefined), messages.join()).toBe(false);
  if (line.batch && JSON.stringify(data).includes('NOT_ALLOWED')) return 'FORBIDDEN';
  return codes.find((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') ?? null;
};

/** The same of what is followed: it is refused before the first event. */
const denialOfFollowing = async ({ document }: Line, viewer: SignedIn | null): Promise<unknown> => {
  const source = await createSourceEventStream({
    schema: await buildApiSchema(),
    document: parse(document),
    contextValue: createContext(db.database, { requestId: 'test', viewer }),
  });
  if (Symbol.asyncIterator in source) return null;
  return source.errors?.[0]?.extensions['code'];
};

const allowed = (line: Line, role: Role, place: Place | null, reaches: boolean): boolean => {
  if (line.roles === 'ANYONE' || line.roles === 'SIGNED_IN') return true;
  if (!line.roles.includes(role) || !place) return false;
  if (line.anywhere) return true;
  if (line.place === 'REGION') return reaches && place.agency === undefined;
  return line.place === 'AGENCY' ? reaches : Object.keys(place).length === 0;
};

describe('the table of who may do what', () => {
  it('has every mutation and every field of Query that is not open to everybody', async () => {
    const schema = await buildApiSchema();
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
    const fields = table.map(({ field }) => field);
    expect(fields.filter((field) => field.startsWith('Mutation.')).sort()).toEqual(
      mutations.map((name) => `Mutation.${name}`).sort(),
    );
    const closed = queries.filter((name) => !openFields.includes(name));
    expect(fields.filter((field) => field.startsWith('Query.')).sort()).toEqual(
      closed.map((name) => `Query.${name}`).sort(),
    );
    const followed = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
    expect(fields.filter((field) => field.startsWith('Subscription.')).sort()).toEqual(
      followed
        .filter((name) => !openSubscriptions.includes(name))
        .map((name) => `Subscription.${name}`)
        .sort(),
    );
  });

  it.each(table)('holds for $field without an account', async (line) => {
    expect(await denial(line, null)).toBe(line.roles === 'ANYONE' ? null : 'UNAUTHENTICATED');
  });

  for (const line of table) {
    it(`holds for ${line.field} with every role and relation`, { timeout: 120_000 }, async () => {
      for (const role of roles) {
        for (const [name, place, reaches] of relations) {
          const viewer = viewers.get(`${role} ${name}`);
          if (!viewer) continue;
          const expected = allowed(line, role, place, reaches) ? null : 'FORBIDDEN';
          expect(await denial(line, viewer), `${role} of ${name}`).toBe(expected);
        }
      }
    });
  }

  it('puts every refusal into the audit log', async () => {
    const before = await refusals();
    const line = table.find(({ field }) => field === 'Mutation.createAccount')!;
    await denial(line, viewers.get('REVIEWER everywhere')!);
    const after = await refusals();
    expect(after - before).toBe(1);
  });
});

const refusals = async (): Promise<number> => {
  const [line] = await db.database.query<{ n: number }>(
    `select count(*)::int as n from audit_entry where act = 'REFUSED' and not succeeded`,
  );
  return line!.n;
};
