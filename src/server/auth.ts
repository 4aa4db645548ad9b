import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../accounts/viewer.js';
import { apiError } from './errors.js';

/** The cookie in which a browser keeps the secret of its session. */
const COOKIE = 'nianbao_session';

/** What a request shows of who sends it. */
export interface Credential {
  secret: string;
  /** A browser sends a cookie by itself, so that one that is out of date is nobody's fault. */
  by: 'HEADER' | 'COOKIE';
}

/** Whose credential it is; null where it is nobody's any more. */
export type FindViewer = (credential: Credential) => Promise<Viewer>;

const viewers = new WeakMap<FastifyRequest, Viewer>();

/** Who sends a request, once `authenticate` has found out. */
export const viewerOf = (request: FastifyRequest): Viewer => viewers.get(request) ?? null;

/**
 * Finds out who sends a request.
 * @throws UNAUTHENTICATED where the header Authorization holds no credential that counts, FORBIDDEN where the page of
 *   another origin uses the cookie of a browser
 */
export async function authenticate(request: FastifyRequest, find: FindViewer): Promise<Viewer> {
  const credential = credentialOf(request);
  if (!credential) return null;
  if (credential.by === 'COOKIE' && isForeign(request)) {
    throw apiError('FORBIDDEN', 'Another site may not use the session of this one.');
  }
  const viewer = await find(credential);
  if (!viewer && credential.by === 'HEADER') {
    throw apiError('UNAUTHENTICATED', 'The token is not known, revoked or out of date.');
  }
  viewers.set(request, viewer);
  return viewer;
}

function credentialOf({ headers, cookies }: FastifyRequest): Credential | null {
  if (headers.authorization !== undefined) {
    const [, secret] = /^Bearer +([\w.~+/=-]{1,8000}) *$/i.exec(headers.authorization) ?? [];
    if (secret === undefined) {
      throw apiError('UNAUTHENTICATED', 'Authorization is `Bearer` and a token.');
    }
    return { secret, by: 'HEADER' };
  }
  const secret = cookies[COOKIE];
  return secret === undefined || secret === '' ? null : { secret, by: 'COOKIE' };
}

/** A browser says of every request from a page of another origin where it comes from. */
function isForeign({ headers, host, protocol }: FastifyRequest): boolean {
  if (headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site') {
    return true;
  }
  return headers.origin !== undefined && headers.origin !== `${protocol}://${host}`;
}

/** Gives the browser the cookie of a session, which no script can read, or takes it away. */
export function keepCookie(
  { protocol }: FastifyRequest,
  reply: FastifyReply,
  secret: string | null,
): void {
  const secure = protocol === 'https';
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  if (secret === null) void reply.clearCookie(COOKIE, options);
  else void reply.setCookie(COOKIE, secret, options);
}
