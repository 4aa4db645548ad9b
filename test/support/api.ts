import { graphql, type GraphQLSchema } from 'graphql';
import type { SignedIn } from '../../src/accounts/viewer.js';
import type { Database } from '../../src/entities/database.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import type { Originals } from '../../src/rollup/originals.js';
import { createContext } from '../../src/schema/context.js';

/** The API without a server: documents against the schema, over a database. */

let schema: Promise<GraphQLSchema> | null = null;

export interface Answer {
  data: any;
  /** Codes of the errors, in their order. */
  codes: unknown[];
  messages: string[];
  /** SQL statements that it took. */
  statements: number;
}

/** Asks one document, as an anonymous visitor unless somebody is named, or who may read originals. */
export async function ask(
  database: Database,
  source: string,
  variableValues: Record<string, unknown> = {},
  as: SignedIn | Originals | null = null,
): Promise<Answer> {
  schema ??= buildApiSchema();
  const counted = counting(database);
  const who = as && 'allowed' in as ? { originals: as } : { viewer: as };
  const contextValue = createContext(counted.database, { requestId: 'test', ...who });
  const { data, errors = [] } = await graphql({
    schema: await schema,
    source,
    variableValues,
    contextValue,
  });
  return {
    // Plain objects in place of those without a prototype.
    data: JSON.parse(JSON.stringify(data ?? null)),
    codes: errors.map((error) => error.extensions['code']),
    messages: errors.map((error) => error.message),
    statements: counted.statements(),
  };
}

/** The data of an answer that has to be without errors. */
export async function data(
  database: Database,
  source: string,
  variables: Record<string, unknown> = {},
  as: SignedIn | Originals | null = null,
): Promise<Answer['data']> {
  const answer = await ask(database, source, variables, as);
  if (answer.messages.length > 0) throw new Error(answer.messages.join('\n'));
  return answer.data;
}

function counting(database: Database): { database: Database; statements: () => number } {
  let statements = 0;
  const proxy = new Proxy(database, {
    get(target, property) {
      if (property !== 'query' && property !== 'prepared') {
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      }
      return (...args: Parameters<Database['prepared']>) => {
        statements += 1;
        return target[property](...args);
      };
    },
  });
  return { database: proxy, statements: () => statements };
}
