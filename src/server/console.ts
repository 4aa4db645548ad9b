import type { FastifyInstance } from 'fastify';
import { addBuiltPage } from './built-pages.js';

/** Addresses of the console's views; what they show stands behind the `?`, which the browser reads. */
const views = [
  '/',
  '/report/:id',
  '/agency/:id',
  '/search',
  '/compare',
  '/rules',
  '/hand-in',
  '/fill-in',
  '/office',
  '/sign-in',
];

/** Serves the built console, the same page for each of its views. */
export async function addConsole(app: FastifyInstance, folder: string): Promise<void> {
  const send = await addBuiltPage(app, 'console', folder);
  for (const view of views) app.get(view, (request, reply) => send(reply));
}
