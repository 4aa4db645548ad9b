import type { FastifyInstance } from 'fastify';
import type { Database } from '../../entities/database.js';
import type { FindViewer } from '../auth.js';
import type { ReadVersion } from '../remembered.js';
import { addLetters } from './letters.js';
import { addReportFiles } from './report-files.js';
import { addTemplateFiles } from './template-files.js';
import { addTotalsFiles } from './totals-files.js';
import { Turns } from './turns.js';

/** Files that are made at once, each with some tens of megabytes. */
const MOST_AT_ONCE = 8;

/** Who asks, and of which data; without them files are public and have no validator. */
export interface ExportParts {
  findViewer?: FindViewer;
  readVersion?: ReadVersion;
}

/** Every route that answers with a file. */
export function addExports(
  app: FastifyInstance,
  database: () => Database,
  { findViewer, readVersion }: ExportParts = {},
): void {
  const turns = new Turns(MOST_AT_ONCE);
  addReportFiles(app, database, turns, findViewer);
  addTemplateFiles(app, database, turns);
  if (findViewer) addLetters(app, database, findViewer);
  addTotalsFiles(app, { database, turns, findViewer, readVersion });
}
