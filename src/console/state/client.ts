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

/** Asks the server this page came from, and no other host. */
export const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql' }),
  cache: new InMemoryCache({ typePolicies }),
});
