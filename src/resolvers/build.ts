import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';

import { figureAtOnce } from './figures-at-once.js';
import { resolvers } from './index.js';
import { speakAtOnce } from './words-at-once.js';

const QUERY =
  'Everything that can be asked. Reports, totals and consolidations answer with the same three tables.';

const MUTATION =
  'Everything that can be changed. Refusals that a caller has to expect are members of the answer.';

/** The executable schema; its context is an ApiContext. */
export async function buildApiSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    validate: { forbidUnknownValues: true },
  });
  const query = schema.getQueryType();
  if (query) query.description = QUERY;
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = MUTATION;
  speakAtOnce(schema);
  figureAtOnce(schema);
  return schema;
}
