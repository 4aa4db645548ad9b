import type { FastifyInstance } from 'fastify';
import type { Database } from '../../entities/database.js';
import { addReportFiles } from './report-files.js';
import { Turns } from './turns.js';

/** Files that are made at once, each with some tens of megabytes. */
const MOST_AT_ONCE = 8;

/** Every route that answers with a file. */
export function addExports(app: FastifyInstance, database: () => Database): void {
  const turns = new Turns(MOST_AT_ONCE);
  addReportFiles(app, database, turns);
}
