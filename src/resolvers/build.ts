import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';

import { figureAtOnce } from './figures-at-once.js';
import { resolvers } from './index.js';
import { demandSound } from './sound-arguments.js';
import { speakAtOnce } from './words-at-once.js';

const QUERY =
  'Everything that can be asked. Reports, totals and consolidations answer with the same three tables.';

const MUTATION =
  'Everything that can be changed. Refusals that a caller has to expect are members of the answer.';

const SUBSCRIPTION =
  'Everything that can be followed, as server-sent events at /graphql/stream: what is there now, and then each change. ' +
  'After a reconnect it begins anew with what is there.';

/** Nothing is published within the process: what changes is told by the database, whichever process changed it. */
const NO_TOPICS: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('no subscription has topics');
  },
};

/** The executable schema; its context is an ApiContext. */
export async function buildApiSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    validateFn: demandSound,
    pubSub: NO_TOPICS,
  });
  const query = schema.getQueryType();
  if (query) query.description = QUERY;
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = MUTATION;
  const subscription = schema.getSubscriptionType();
  if (subscription) subscription.description = SUBSCRIPTION;
  speakAtOnce(schema);
  figureAtOnce(schema);
  return schema;
}
