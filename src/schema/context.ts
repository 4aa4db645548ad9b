import { sightOf, type Sight } from '../accounts/sight.js';
import type { Actor } from '../accounts/audit-log.js';
import type { SessionLimits } from '../accounts/credentials.js';
import type { Viewer } from '../accounts/viewer.js';
import type { Database } from '../entities/database.js';
import type { Page } from '../ingest/page.js';
import { createLoaders, type Loaders } from '../rollup/loaders.js';
import { originalsFor } from '../rollup/originals-for.js';
import type { Originals } from '../rollup/originals.js';

export type { Viewer } from '../accounts/viewer.js';

/** What every resolver is given of the request. */
export interface ApiContext {
  database: Database;
  loaders: Loaders;
  viewer: Viewer;
  /** Whose unpublished reports the viewer sees. */
  sight: Sight;
  /** Who acts, as the audit log keeps it. */
  actor: Actor;
  sessionLimits: SessionLimits;
  /** Gives the browser the cookie of a session, or takes it away. */
  keepCookie: (secret: string | null) => void;
  /** Yields at once and whenever the data has changed, as long as the caller may follow it. */
  follow: () => AsyncIterable<void>;
  /** The stored original of a report as its reader sees it, for whom may see it; null where there is none. */
  readOriginal: (reportId: string) => Promise<Page | null>;
  /** Told with every error, so that it can be found in the log. */
  requestId: string;
}

interface RequestParts {
  requestId: string;
  viewer?: Viewer;
  /** Network address that the request came from. */
  address?: string | null;
  sessionLimits?: SessionLimits;
  keepCookie?: (secret: string | null) => void;
  follow?: () => AsyncIterable<void>;
  /** Absent: no original is read. */
  readOriginal?: (reportId: string) => Promise<Page | null>;
  /** Absent: as the viewer's roles allow. */
  originals?: Originals | null;
}

const usualLimits: SessionLimits = { idleMinutes: 30, hours: 12 };

/** The context of one request. */
export const createContext = (database: Database, parts: RequestParts): ApiContext => {
  const { requestId, viewer = null, address = null } = parts;
  const sight = sightOf(viewer);
  const actor = { accountId: viewer?.accountId ?? null, address };
  const originals = parts.originals ?? originalsFor(viewer, actor);
  return {
    database,
    loaders: createLoaders(database, sight, originals),
    viewer,
    sight,
    actor,
    sessionLimits: parts.sessionLimits ?? usualLimits,
    keepCookie: parts.keepCookie ?? (() => undefined),
    follow: parts.follow ?? once,
    readOriginal: parts.readOriginal ?? (() => Promise.resolve(null)),
    requestId,
  };
};

// eslint-disable-next-line @typescript-eslint/require-await -- what is asked once has no news
async function* once(): AsyncGenerator<void> {
  yield;
}
