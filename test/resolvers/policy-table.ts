import type { Role } from '../../src/entities/vocabulary.js';
import { globalId } from '../../src/schema/global-id.js';

/**
 * Who may do what, written down a second time by hand: every mutation and every private field with the roles that are let
 * through where they hold. A new mutation or private field is a new line here.
 */
export interface Line {
  /** `Mutation.signIn`, `Query.account` … */
  field: string;
  document: string;
  /** ANYONE: no account is needed; SIGNED_IN: any account will do. */
  roles: readonly Role[] | 'ANYONE' | 'SIGNED_IN';
  /** Where it is done: to the agency in 川汇区, or to the installation as a whole. */
  place: 'AGENCY' | 'EVERYWHERE';
  /** A private list shows what lies within one's own regions: a role anywhere opens it. */
  anywhere?: true;
}

/** The agency, in 川汇区 of 周口市 in 河南省, and an account and grant of it that the test stores. */
export const subject = { agency: 7, report: '700', account: '900', grant: '901' };
const agency = globalId('Agency', String(subject.agency));

export const table: readonly Line[] = [
  {
    field: 'Mutation.signIn',
    document: 'mutation { signIn(name: "nobody", password: "x") { __typename } }',
    roles: 'ANYONE',
    place: 'EVERYWHERE',
  },
  {
    field: 'Mutation.signOut',
    document: 'mutation { signOut }',
    roles: 'SIGNED_IN',
    place: 'EVERYWHERE',
  },
  {
    field: 'Mutation.createToken',
    document: 'mutation { createToken(label: "nightly") { __typename } }',
    roles: 'SIGNED_IN',
    place: 'EVERYWHERE',
  },
  {
    field: 'Mutation.revokeToken',
    document: 'mutation { revokeToken(id: "1") { __typename } }',
    roles: 'SIGNED_IN',
    place: 'EVERYWHERE',
  },
  {
    field: 'Mutation.changePassword',
    document: 'mutation { changePassword(from: "x", to: "y") { __typename } }',
    roles: 'SIGNED_IN',
    place: 'EVERYWHERE',
  },
  {
    field: 'Mutation.createAccount',
    document: `mutation { createAccount(name: "li", displayName: "李", agency: "${agency}") { __typename } }`,
    roles: ['ADMIN'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.grantRole',
    document: `mutation { grantRole(account: "0", role: SUBMITTER, agency: "${agency}") { __typename } }`,
    roles: ['ADMIN'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.revokeRole',
    document: `mutation { revokeRole(grant: "${subject.grant}") { __typename } }`,
    roles: ['ADMIN'],
    place: 'AGENCY',
  },
  {
    field: 'Query.account',
    document: '{ account(name: "nobody") { name } }',
    roles: ['ADMIN', 'AUDITOR'],
    place: 'EVERYWHERE',
    anywhere: true,
  },
];

/** Fields of Query that are not for everybody; all others are open. */
export const openFields: readonly string[] = [
  'viewer',
  'agency',
  'agencies',
  'check',
  'checks',
  'consolidation',
  'findings',
  'node',
  'region',
  'regions',
  'report',
  'reports',
  'sectors',
  'totals',
];
