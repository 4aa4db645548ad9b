import type { Database } from '../entities/database.js';
import { createLoaders, type Loaders } from '../rollup/loaders.js';
import type { Originals } from '../rollup/originals.js';

/** Who asks; null for anyone who has not signed in. */
export type Viewer = null;

/** What every resolver is given of the request. */
export interface ApiContext {
  database: Database;
  loaders: Loaders;
  viewer: Viewer;
  /** Told with every error, so that it can be found in the log. */
  requestId: string;
}

/** The context of one request. */
export const createContext = (
  database: Database,
  {
    requestId,
    viewer = null,
    originals = null,
  }: { requestId: string; viewer?: Viewer; originals?: Originals | null },
): ApiContext => ({ database, loaders: createLoaders(database, originals), viewer, requestId });
