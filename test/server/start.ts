import type { FastifyInstance } from 'fastify';
import { buildSchema, GraphQLError, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { readConfig } from '../../src/server/config.js';
import { createServer, type ServerParts } from '../../src/server/http.js';
import { Readiness } from '../../src/server/readiness.js';

const sdl = /* GraphQL */ `
  type Query {
    region(code: String, filter: Filter): Region
    regions(first: Int! = 50, filter: Filter): RegionConnection!
    sectors: [Sector!]!
    fail(code: String, message: String): String
    sleep(milliseconds: Int!): Boolean
  }
  type Mutation {
    rename(code: String!): Boolean
  }
  type Region {
    code: String!
    children(first: Int! = 50): RegionConnection!
    parent: Region
    cells: [Sector!]!
  }
  type RegionConnection {
    nodes: [Region!]!
    edges: [RegionEdge!]!
  }
  type RegionEdge {
    node: Region!
  }
  type Sector {
    code: String!
  }
  input Filter {
    years: [Int!]
    and: [Filter!]
    search: String
  }
`;

interface FailArguments {
  code?: string;
  message?: string;
}

/** A schema with lists, an endless tree, and fields that fail or take their time as they are told. */
export function smallSchema(): GraphQLSchema {
  const schema = buildSchema(sdl);
  const fields = schema.getQueryType()!.getFields();
  const region = schema.getType('Region') as GraphQLObjectType;
  region.getFields()['children']!.resolve = () => ({ nodes: [], edges: [] });
  fields['region']!.resolve = () => ({ code: '990000', parent: null, cells: [] });
  fields['regions']!.resolve = () => ({ nodes: [{ code: '990100' }], edges: [] });
  fields['sectors']!.resolve = () => [{ code: 'TAX' }];
  fields['fail']!.resolve = (
    _source,
    { code, message = 'select * from report' }: FailArguments,
  ) => {
    if (code === undefined) throw new Error(message);
    throw new GraphQLError(message, { extensions: { code } });
  };
  fields['sleep']!.resolve = (_source, { milliseconds }: { milliseconds: number }) =>
    new Promise((resolve) => setTimeout(() => resolve(true), milliseconds));
  return schema;
}

/** A server over that schema, listening on a free port. */
export interface RunningServer {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly readiness: Readiness;
  readonly post: (body: unknown, headers?: Record<string, string>) => Promise<Response>;
}

export async function startServer(
  parts: Partial<ServerParts> = {},
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const readiness = parts.readiness ?? new Readiness();
  if (!parts.readiness) readiness.opened(() => Promise.resolve());
  const app = await createServer({
    config: readConfig({ LOG_LEVEL: 'silent', ...environment }),
    schema: smallSchema(),
    readiness,
    contextFor: ({ id }) => ({ requestId: id }),
    findSource: () => Promise.resolve(null),
    console: null,
    playground: null,
    ...parts,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const post: RunningServer['post'] = (body, headers = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { app, url, readiness, post };
}

/** The codes of an answer's errors. */
export async function codesOf(response: Response): Promise<string[]> {
  const { errors = [] } = (await response.json()) as {
    errors?: { extensions: { code: string } }[];
  };
  return errors.map(({ extensions }) => extensions.code);
}
