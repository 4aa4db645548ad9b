import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { viewerOfSecret } from '../../src/accounts/credentials.js';
import { DataVersion } from '../../src/entities/data-version.js';
import type { Database } from '../../src/entities/database.js';
import { loadSamples } from '../../src/filing/samples/load-samples.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { keepCookie, viewerOf, type FindViewer } from '../../src/server/auth.js';
import { addExports } from '../../src/server/exports/add-exports.js';
import { readConfig } from '../../src/server/config.js';
import { Changes } from '../../src/server/following/changes.js';
import { addStreams } from '../../src/server/following/stream-route.js';
import { findSource } from '../../src/server/find-source.js';
import { OriginalPages } from '../../src/server/original-pages.js';
import { addSubmissions } from '../../src/server/submissions/add-submissions.js';
import { startServer } from '../server/start.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** The built console over the sample data, as `npm start` serves it. */
export interface SampleServer {
  readonly url: string;
  /** Folder of the built console. */
  readonly folder: string;
  readonly ask: (query: string, variables?: Record<string, unknown>) => Promise<any>;
  readonly close: () => Promise<void>;
}

export const startSampleServer = (): Promise<SampleServer> => startConsole(loadSamples);

const LIMITS = { idleMinutes: 30, hours: 12 };

/** The built console over a database of its own, filled first. */
export async function startConsole(
  fill: (database: Database) => Promise<unknown>,
  createDatabase: () => Promise<TestDatabase> = createTestDatabase,
): Promise<SampleServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-console-'));
  const built = build({
    configFile: 'src/console/vite.config.ts',
    logLevel: 'silent',
    build: { outDir: folder, emptyOutDir: true },
  });
  const samples = await createDatabase();
  await fill(samples.database);
  await built;
  const { database } = samples;
  const pages = new OriginalPages();
  const schema = await buildApiSchema();
  const version = new DataVersion(() => database);
  const findViewer: FindViewer = ({ secret }) => viewerOfSecret(database, secret, LIMITS);
  const server = await startServer({
    schema,
    findViewer,
    contextFor: (request, reply) =>
      createContext(database, {
        ...{ requestId: request.id, viewer: viewerOf(request), sessionLimits: LIMITS },
        keepCookie: (secret) => keepCookie(request, reply, secret),
        readOriginal: async (id) => {
          const original = await findSource(database, id);
          return original && pages.read(original);
        },
      }),
    findSource: (reportId) => findSource(database, reportId),
    addRoutes: (app) => {
      addStreams(app, {
        ...{
          schema,
          config: readConfig({}),
          changes: new Changes(() => version.read(), 100),
          findViewer,
        },
        contextFor: (request, follow) =>
          createContext(database, { requestId: request.id, viewer: viewerOf(request), follow }),
      });
      addExports(app, () => database, { findViewer });
      addSubmissions(app, () => database, findViewer);
    },
    console: folder,
  });
  return {
    url: server.url,
    folder,
    ask: async (query, variables = {}) => {
      const answer = (await (await server.post({ query, variables })).json()) as any;
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    close: async () => {
      await server.app.close();
      await pages.close();
      await samples.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
