import { describe, expect, it } from 'vitest';
import {
  areApart,
  decide,
  EVERYWHERE,
  mayReview,
  rolesOfActs,
  type Act,
  type Subject,
} from '../../src/accounts/policy.js';
import type { Grant, SignedIn } from '../../src/accounts/viewer.js';
import { roles, type Role } from '../../src/entities/vocabulary.js';

const somebody = (...grants: Grant[]): SignedIn => ({
  accountId: '1',
  name: 'zhang',
  displayName: '张三',
  grants,
  mustChangePassword: false,
  via: 'SESSION',
  credentialId: '1',
});
const inRegion = (role: Role, regionCode: string | null): SignedIn =>
  somebody({ role, regionCode, agencyId: null });

/** A department of 川汇区. */
const department: Subject = {
  agencyId: '7',
  regionPath: ['000000', '410000', '411600', '411602'],
};
const acts = Object.keys(rolesOfActs) as Act[];

describe('the policy', () => {
  it.each(acts)('allows %s to its roles alone', (act) => {
    for (const role of roles) {
      const { allowed } = decide(inRegion(role, '411600'), act, department);
      expect(allowed, role).toBe((rolesOfActs[act] as readonly Role[]).includes(role));
    }
  });

  it.each([
    ['the region itself', '411602', true],
    ['the city above', '411600', true],
    ['the province above', '410000', true],
    ['the country', '000000', true],
    ['everywhere', null, true],
    ['a town beneath', '411602001', false],
    ['the county beside', '411603', false],
    ['another province', '440000', false],
    ['the fictional province', '990000', false],
  ])('reaches an agency from %s: %s %s', (_, region, expected) => {
    expect(decide(inRegion('REVIEWER', region), 'REVIEW', department).allowed).toBe(expected);
    expect(mayReview(inRegion('REVIEWER', region), department)).toBe(expected);
  });

  it('lets a role of an agency hold there alone', () => {
    const submitter = somebody({ role: 'SUBMITTER', regionCode: null, agencyId: '7' });
    expect(decide(submitter, 'SUBMIT', department).allowed).toBe(true);
    expect(decide(submitter, 'SUBMIT', { ...department, agencyId: '8' })).toEqual({
      allowed: false,
      reason: 'PLACE',
    });
    expect(decide(submitter, 'SUBMIT', { ...department, agencyId: null }).allowed).toBe(false);
    expect(decide(submitter, 'SUBMIT', EVERYWHERE).allowed).toBe(false);
  });

  it('says why it denies', () => {
    expect(decide(null, 'REVIEW', department)).toEqual({ allowed: false, reason: 'SIGN_IN' });
    expect(decide(somebody(), 'REVIEW', department)).toEqual({ allowed: false, reason: 'ROLE' });
    expect(decide(inRegion('AUDITOR', null), 'REVIEW', department)).toEqual({
      allowed: false,
      reason: 'ROLE',
    });
    expect(decide(inRegion('REVIEWER', '411603'), 'REVIEW', department)).toEqual({
      allowed: false,
      reason: 'PLACE',
    });
  });

  it('needs a role everywhere for what concerns no region', () => {
    expect(decide(inRegion('ADMIN', '000000'), 'KEEP_ACCOUNTS', EVERYWHERE).allowed).toBe(false);
    expect(decide(inRegion('ADMIN', null), 'KEEP_ACCOUNTS', EVERYWHERE).allowed).toBe(true);
  });

  it('lets nobody who keeps accounts or the log hand in, review or publish', () => {
    for (const act of ['SUBMIT', 'REVIEW', 'WAIVE', 'CORRECT', 'PUBLISH', 'WITHDRAW'] as const) {
      for (const role of ['ADMIN', 'AUDITOR'] as const) {
        expect(decide(inRegion(role, null), act, department).allowed).toBe(false);
      }
    }
    expect(areApart('ADMIN', 'REVIEWER')).toBe(true);
    expect(areApart('PUBLISHER', 'AUDITOR')).toBe(true);
    expect(areApart('ADMIN', 'AUDITOR')).toBe(true);
    expect(areApart('REVIEWER', 'PUBLISHER')).toBe(false);
    expect(areApart('ADMIN', 'ADMIN')).toBe(false);
  });
});
