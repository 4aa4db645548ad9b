import { ApolloClient, HttpLink, InMemoryCache, type TypePolicies } from '@apollo/client';

/** Parts of a report or total that have no id of their own: what several questions ask of them is put together. */
const parts = [
  'ActiveDisclosureTable',
  'RequestTable',
  'AppealTable',
  'ApplicantCounts',
  'AppealCounts',
  'DocumentCounts',
  'Coverage',
  'TotalKey',
];

const typePolicies: TypePolicies = Object.fromEntries(parts.map((name) => [name, { merge: true }]));

/** Unions that several questions ask for in the same words. */
const possibleTypes = {
  RosterResult: ['RosterMade', 'OfficeRefusal'],
  ReportStepResult: ['ReportChanged', 'BlockedByFindings', 'ChangedMeanwhile', 'ReportRefusal'],
};

/** Asks the server this page came from, and no other host. */
export const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql' }),
  cache: new InMemoryCache({ typePolicies, possibleTypes }),
});
