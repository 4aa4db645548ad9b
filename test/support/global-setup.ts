import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { createTemplate } from './template-database.js';
import { startPostgres } from './postgres-server.js';
import type { PostgresServer } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the template's address; the first request starts the server. */
    databaseBroker: string;
  }
}

/** One PostgreSQL for the run, started when the first test asks for a database and stopped at the end. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  let server: PostgresServer | null = null;
  let template: Promise<{ url: string; drop: () => Promise<void> }> | null = null;
  const start = async (): Promise<{ url: string; drop: () => Promise<void> }> => {
    const url = process.env['TEST_DATABASE_URL'] ?? (server = await startPostgres()).url;
    return createTemplate(url);
  };
  const broker = createServer((_request, response) => {
    template ??= start();
    template.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
  broker.unref();
  project.provide('databaseBroker', `http://127.0.0.1:${(broker.address() as AddressInfo).port}`);
  return async () => {
    broker.closeAllConnections();
    broker.close();
    await template?.then(({ drop }) => drop()).catch(() => undefined);
    await server?.stop();
  };
};

export default setup;
