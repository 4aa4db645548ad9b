import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.js';
import { createEmbeddedTemplate, createTemplate } from './template-database.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the template's address at `/server`, with a data directory to copy at `/embedded`. */
    databaseBroker: string;
  }
}

interface Template {
  place: string;
  drop: () => Promise<void>;
}

const serverTemplate = async (): Promise<Template> => {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return createTemplate(given);
  const server = await startPostgres();
  try {
    return { ...(await createTemplate(server.url)), drop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
};

/** Templates are made when the first test asks for one, and removed, with the server behind them, at the end. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const makers: Record<string, () => Promise<Template>> = {
    '/server': serverTemplate,
    '/embedded': createEmbeddedTemplate,
  };
  const templates = new Map<string, Promise<Template>>();
  const broker = createServer(({ url = '' }, response) => {
    const template = templates.get(url) ?? makers[url]?.() ?? Promise.reject(new Error(url));
    templates.set(url, template);
    template.then(
      ({ place }) => response.end(place),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
  broker.unref();
  project.provide('databaseBroker', `http://127.0.0.1:${(broker.address() as AddressInfo).port}`);
  return async () => {
    broker.closeAllConnections();
    broker.close();
    for (const template of templates.values()) {
      await template.then(({ drop }) => drop()).catch(() => undefined);
    }
  };
};

export default setup;
