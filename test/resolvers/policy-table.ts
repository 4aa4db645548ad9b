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
  /** Where it is done: to the agency in 川汇区, to 川汇区 itself, or to the installation as a whole. */
  place: 'AGENCY' | 'REGION' | 'EVERYWHERE';
  /** A private list shows what lies within one's own regions: a role anywhere opens it. */
  anywhere?: true;
  /** A role elsewhere is told NOT_ALLOWED for each entry. */
  batch?: true;
}

/** The agency, in 川汇区 of 周口市 in 河南省, and what of it the test stores. */
export const subject = {
  agency: 7,
  report: '700',
  consolidated: '701',
  finding: '800',
  grant: '901',
};
const agency = globalId('Agency', String(subject.agency));
const report = globalId('Report', subject.report);
const finding = globalId('Finding', subject.finding);
const consolidated = globalId('Report', subject.consolidated);

/** Three tables of which nothing is filled in. */
const tables = `{
  activeDisclosure: { regulations: {}, normativeDocuments: {} }
  requests: { received: {}, carriedIn: {}, outcomes: [], completed: {}, carriedOut: {} }
  appeals: { reconsideration: {}, litigationDirect: {}, litigationAfterReconsideration: {} }
}`;

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
    field: 'Mutation.saveReport',
    document: `mutation { saveReport(agency: "${agency}", year: 2024, dryRun: true, tables: ${tables}) { __typename } }`,
    roles: ['SUBMITTER', 'REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.submitReport',
    document: `mutation { submitReport(report: "${report}", version: 0, responsibleLeader: "王") { __typename } }`,
    roles: ['SUBMITTER', 'REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.reviseReport',
    document: `mutation { reviseReport(report: "${report}", version: 0, reason: "改") { __typename } }`,
    roles: ['SUBMITTER', 'REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.returnReport',
    document: `mutation { returnReport(report: "${report}", version: 0, reason: "改") { __typename } }`,
    roles: ['REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.acceptReport',
    document: `mutation { acceptReport(report: "${report}", version: 0) { __typename } }`,
    roles: ['REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.publishReport',
    document: `mutation { publishReport(report: "${report}", version: 0) { __typename } }`,
    roles: ['PUBLISHER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.withdrawReport',
    document: `mutation { withdrawReport(report: "${report}", version: 0, reason: "误") { __typename } }`,
    roles: ['PUBLISHER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.correctCell',
    document: `mutation { correctCell(report: "${report}", version: 0, cell: "REQUESTS/received/total", value: "1", reason: "核") { __typename } }`,
    roles: ['REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.correctIdentity',
    document: `mutation { correctIdentity(report: "${report}", version: 0, year: 2023, reason: "核") { __typename } }`,
    roles: ['REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.waiveFinding',
    document: `mutation { waiveFinding(finding: "${finding}", reason: "准") { __typename } }`,
    roles: ['REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.explainFinding',
    document: `mutation { explainFinding(finding: "${finding}", reason: "因") { __typename } }`,
    roles: ['SUBMITTER', 'REVIEWER'],
    place: 'AGENCY',
  },
  {
    field: 'Mutation.acceptReports',
    document: `mutation { acceptReports(reports: [{ report: "${report}", version: 0 }]) { result { ... on ReportRefusal { code } } } }`,
    roles: ['REVIEWER'],
    place: 'AGENCY',
    batch: true,
  },
  {
    field: 'Mutation.publishReports',
    document: `mutation { publishReports(reports: [{ report: "${report}", version: 0 }]) { result { ... on ReportRefusal { code } } } }`,
    roles: ['PUBLISHER'],
    place: 'AGENCY',
    batch: true,
  },
  {
    field: 'Mutation.makeRoster',
    document:
      'mutation { makeRoster(region: "411602", year: 2024, from: AGENCIES) { __typename } }',
    roles: ['REVIEWER', 'ADMIN'],
    place: 'REGION',
  },
  {
    field: 'Mutation.importRoster',
    document:
      'mutation { importRoster(region: "411602", year: 2023, csv: "agency") { __typename } }',
    roles: ['REVIEWER', 'ADMIN'],
    place: 'REGION',
  },
  {
    field: 'Mutation.consolidate',
    document:
      'mutation { consolidate(region: "411602", year: 2024, reason: "汇总") { __typename } }',
    roles: ['REVIEWER'],
    place: 'REGION',
  },
  {
    field: 'Query.progress',
    document: '{ progress(region: "411602", year: 2024) { year } }',
    roles: ['REVIEWER', 'PUBLISHER', 'ADMIN', 'AUDITOR'],
    place: 'REGION',
  },
  {
    field: 'ConsolidationRecord.staleness',
    document: `{ node(id: "${consolidated}") { ... on Report { consolidation { staleness { cells { cell } } } } } }`,
    roles: ['REVIEWER', 'PUBLISHER', 'ADMIN', 'AUDITOR'],
    place: 'REGION',
  },
  {
    field: 'Subscription.progressChanged',
    document: 'subscription { progressChanged(region: "411602", year: 2024) { year } }',
    roles: ['REVIEWER', 'PUBLISHER', 'ADMIN', 'AUDITOR'],
    place: 'REGION',
  },
  {
    field: 'Subscription.importProgress',
    document: 'subscription { importProgress { done } }',
    roles: ['REVIEWER'],
    place: 'EVERYWHERE',
    anywhere: true,
  },
  {
    field: 'Query.rosterCsv',
    document: '{ rosterCsv(region: "411602", year: 2024) }',
    roles: ['REVIEWER', 'ADMIN'],
    place: 'REGION',
  },
  {
    field: 'Query.auditLog',
    document: '{ auditLog(first: 1) { nodes { by } } }',
    roles: ['ADMIN', 'AUDITOR'],
    place: 'EVERYWHERE',
    anywhere: true,
  },
  {
    field: 'Query.account',
    document: '{ account(name: "nobody") { name } }',
    roles: ['ADMIN', 'AUDITOR'],
    place: 'EVERYWHERE',
    anywhere: true,
  },
  {
    field: 'Query.accounts',
    document: '{ accounts(region: "411602") { name } }',
    roles: ['ADMIN', 'AUDITOR'],
    place: 'REGION',
  },
];

/** Fields of Query that are not for everybody; all others are open. */
export const openFields: readonly string[] = [
  'viewer',
  'agency',
  'agencies',
  'check',
  'checkHits',
  'checks',
  'consolidation',
  'findings',
  'node',
  'passage',
  'region',
  'regions',
  'report',
  'reports',
  'searchText',
  'sectors',
  'totals',
];

/** What is followed by whoever may see it, and ends for all others. */
export const openSubscriptions: readonly string[] = ['reportChanged'];
