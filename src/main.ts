import './server/frugal-heap.js';
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { sealAudit } from './accounts/audit-chain.js';
import { viewerOfSecret } from './accounts/credentials.js';
import { sightOf } from './accounts/sight.js';
import { DatabaseError } from './entities/database-error.js';
import { DataVersion } from './entities/data-version.js';
import { openDatabase, type Database } from './entities/database.js';
import { foldSums } from './filing/kept/fold-sums.js';
import { ensureSums } from './filing/kept/rebuild-sums.js';
import { loadSamples } from './filing/samples/load-samples.js';
import { originalsFor } from './rollup/originals-for.js';
import { seedRegistry } from './registry/seed-registry.js';
import { buildApiSchema } from './resolvers/build.js';
import { createContext } from './schema/context.js';
import { keepCookie, viewerOf, type FindViewer } from './server/auth.js';
import { announcement } from './server/announcement.js';
import { ConfigError, readConfig, type Config } from './server/config.js';
import { apiError } from './server/errors.js';
import { addExports } from './server/exports/add-exports.js';
import { findSource } from './server/find-source.js';
import { loadFirstData } from './server/first-data.js';
import { createServer } from './server/http.js';
import { keepFolding } from './server/keep-folding.js';
import { keepSealing } from './server/keep-sealing.js';
import { superviseProcess } from './server/lifecycle.js';
import { Changes } from './server/following/changes.js';
import { addStreams, type StreamParts } from './server/following/stream-route.js';
import { addOidc } from './server/oidc/add-oidc.js';
import { OriginalPages } from './server/original-pages.js';
import { prepareDatabase, type PreparationStep } from './server/prepare.js';
import { Readiness } from './server/readiness.js';
import type { SourceLookup } from './server/source-file.js';
import { addSubmissions } from './server/submissions/add-submissions.js';

/** Milliseconds after which the port opens, even if the database is still being prepared. */
const LATEST_LISTENING = 20_000;

/** The database, once it is open. */
interface Held {
  database: Database | null;
}

function opened({ database }: Held): Database {
  if (!database) throw apiError('DATABASE_UNAVAILABLE', 'the database is being opened');
  return database;
}

/** A built page, which stands in dist/ beside this file's folder; null in a source tree without it. */
function pageFolder(name: 'console' | 'playground'): string | null {
  const folders = [`../${name}`, `../dist/${name}`];
  const paths = folders.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return paths.find((path) => existsSync(path)) ?? null;
}

async function serverOver(
  config: Config,
  held: Held,
  readiness: Readiness,
): Promise<FastifyInstance> {
  const sessionLimits = { idleMinutes: config.sessionIdleMinutes, hours: config.sessionHours };
  const version = new DataVersion(() => opened(held));
  const findViewer: FindViewer = ({ secret }) =>
    viewerOfSecret(opened(held), secret, sessionLimits);
  const schema = await buildApiSchema();
  const pages = new OriginalPages();
  const findOriginal: SourceLookup = (reportId, viewer, address) => {
    const originals = originalsFor(viewer, { accountId: viewer?.accountId ?? null, address });
    return findSource(opened(held), reportId, originals, sightOf(viewer));
  };
  return createServer({
    config,
    schema,
    readiness,
    // Until the database is open no resolver runs; see preparing-plugin.
    contextFor: (request, reply) =>
      held.database
        ? createContext(held.database, {
            requestId: request.id,
            viewer: viewerOf(request),
            address: request.ip,
            sessionLimits,
            keepCookie: (secret) => keepCookie(request, reply, secret),
            readOriginal: async (reportId) => {
              const original = await findOriginal(reportId, viewerOf(request), request.ip);
              return original && pages.read(original);
            },
          })
        : { requestId: request.id },
    findViewer,
    readVersion: () => version.read(),
    addRoutes: (app) => {
      app.addHook('onClose', () => pages.close());
      addExports(app, () => opened(held), { findViewer, readVersion: () => version.read() });
      addSubmissions(app, () => opened(held), findViewer);
      const changes = new Changes(() => version.read());
      const contextFor: StreamParts['contextFor'] = (request, follow) =>
        createContext(opened(held), {
          ...{ requestId: request.id, viewer: viewerOf(request), address: request.ip, follow },
        });
      addStreams(app, { config, schema, changes, findViewer, contextFor });
      const { oidcIssuer, oidcClientId, oidcClientSecret, publicUrl } = config;
      if (oidcIssuer === null || oidcClientId === null) return;
      addOidc(app, {
        client: { issuer: oidcIssuer, clientId: oidcClientId, clientSecret: oidcClientSecret },
        ...{ publicUrl, sessionLimits, database: () => opened(held) },
      });
    },
    findSource: findOriginal,
    console: pageFolder('console'),
    playground: pageFolder('playground'),
  });
}

function preparation(config: Config, held: Held): PreparationStep[] {
  const { databaseUrl, dataDir, databasePoolSize: poolSize } = config;
  const samples = {
    saying: 'the sample data are being loaded',
    run: () => loadFirstData(opened(held), loadSamples),
  };
  return [
    {
      saying: 'the database is being opened',
      run: async () => {
        held.database ??= await openDatabase({ databaseUrl, dataDir, poolSize });
      },
    },
    { saying: 'the tables are being made', run: () => opened(held).migrate() },
    { saying: 'regions and sectors are being loaded', run: () => seedRegistry(opened(held)) },
    { saying: 'the totals are being counted', run: () => ensureSums(opened(held)) },
    ...(config.samples ? [samples] : []),
  ];
}

/** A fault of the database server that passes by itself. */
function passes(error: unknown): boolean {
  const codes: readonly string[] = ['DATABASE_UNAVAILABLE', 'OVERLOADED', 'READ_ONLY'];
  return error instanceof DatabaseError && codes.includes(error.code);
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/**
 * Starts the server. The port opens when the database is prepared, or as soon as it turns out to be
 * away, so that health is answered while the server waits for it.
 */
async function main(readiness: Readiness): Promise<void> {
  const config = readConfig(process.env);
  const held: Held = { database: null };
  const app = await serverOver(config, held, readiness);
  let sealing: { stop: () => Promise<void> } | null = null;
  let folding: { stop: () => Promise<void> } | null = null;
  const closeRest = async (): Promise<void> => {
    await folding?.stop();
    await sealing?.stop();
    await held.database?.close();
  };
  superviseProcess({ app, readiness, drainSeconds: config.drainSeconds, closeRest });
  let isAway = (): void => undefined;
  const away = new Promise<void>((resolve) => (isAway = resolve));
  const steps = preparation(config, held);
  const prepared = prepareDatabase({ steps, readiness, passes, log: app.log, onAway: isAway });
  await Promise.race([prepared, away, later(LATEST_LISTENING)]);
  await app.listen({ port: config.port, host: config.host });
  await prepared;
  readiness.opened(() => opened(held).ping());
  folding = keepFolding(() => foldSums(opened(held)), app.log);
  sealing = keepSealing(() => sealAudit(opened(held)), app.log);
  console.log(announcement(app.server.address() as AddressInfo, config));
}

/** What went wrong at the start, for a person at a terminal. */
function sentence(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `${error.message}\nAnother program listens there; set PORT to a free port.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const readiness = new Readiness();
main(readiness).catch((error: unknown) => {
  // A server told to stop while it starts has its database closed under it; that is no fault.
  if (readiness.isDraining) return;
  console.error(`nianbao could not start: ${sentence(error)}`);
  process.exit(1);
});
