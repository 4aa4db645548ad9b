import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealAudit, verifyAudit } from '../../src/accounts/audit-chain.js';
import { audit } from '../../src/accounts/audit-log.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
  await enter(20);
});
afterEach(() => db.drop());

const enter = (count: number): Promise<void> =>
  db.database.transaction(async (manager) => {
    for (let i = 0; i < count; i++) {
      await audit(manager, {
        author: '张三',
        act: 'ACCEPT_REPORT',
        subject: `report:${i}`,
        reason: '核对无误',
        before: { status: 'SUBMITTED' },
        after: { status: 'ACCEPTED' },
        actor: { accountId: '1', address: '192.0.2.1' },
      });
    }
  });

/** What somebody with the rights of a superuser could do behind the program's back. */
const tamper = async (sql: string): Promise<void> => {
  await db.database.query(`alter table audit_entry disable trigger audit_entry_stays`);
  await db.database.query(`alter table audit_seal disable trigger audit_seal_stays`);
  await db.database.query(sql);
};

describe('the chain over the audit log', () => {
  it('holds, and tells how many entries are not sealed yet', async () => {
    expect(await sealAudit(db.database)).toBe(20);
    await enter(3);
    expect(await verifyAudit(db.database)).toMatchObject({
      sealed: 20,
      unsealed: 3,
      broken: null,
    });
    expect(await sealAudit(db.database)).toBe(3);
    expect(await sealAudit(db.database)).toBe(0);
    expect(await verifyAudit(db.database)).toMatchObject({ sealed: 23, unsealed: 0, broken: null });
  });

  it('seals each entry once when several processes do it', async () => {
    const sealed = await Promise.all(Array.from({ length: 4 }, () => sealAudit(db.database)));
    expect(sealed.reduce((sum, n) => sum + n, 0)).toBe(20);
    expect((await verifyAudit(db.database)).broken).toBeNull();
  });

  it.each([
    ['changed', `update audit_entry set reason = '改' where id = 7`, 'CHANGED'],
    ['removed', 'delete from audit_entry where id = 7', 'MISSING'],
    ['given to another', 'update audit_entry set account_id = 2 where id = 7', 'CHANGED'],
  ])('names the first entry that was %s', async (_, sql, reason) => {
    await sealAudit(db.database);
    await tamper(sql);
    expect((await verifyAudit(db.database)).broken).toEqual({ position: 7, entryId: '7', reason });
  });

  it('names the entry before which links were cut out', async () => {
    await sealAudit(db.database);
    await tamper('delete from audit_seal where position between 5 and 6');
    const { broken } = await verifyAudit(db.database);
    expect(broken).toEqual({ position: 7, entryId: '7', reason: 'LINK_MISSING' });
  });

  it.each([
    `update audit_entry set author = '李四'`,
    'delete from audit_entry',
    'truncate audit_entry',
    'delete from audit_seal',
    `set session_replication_role = replica; delete from audit_entry`,
  ])('lets nobody %s', async (sql) => {
    await sealAudit(db.database);
    const attempt = db.database.transaction(async (manager) => {
      for (const part of sql.split('; ')) await manager.query(part);
    });
    await expect(attempt).rejects.toMatchObject({ code: 'DATABASE_ERROR' });
    expect(await verifyAudit(db.database)).toMatchObject({ sealed: 20, broken: null });
  });
});
