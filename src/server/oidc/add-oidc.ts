import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionLimits } from '../../accounts/credentials.js';
import { signInByIdentity } from '../../accounts/sign-in-by-identity.js';
import type { Database } from '../../entities/database.js';
import { keepCookie } from '../auth.js';
import { apiError } from '../errors.js';
import { OidcProvider, type Attempt, type OidcClient } from './provider.js';

/** Keeps a sign-in that is under way in the browser that began it. */
const COOKIE = 'nianbao_oidc';
const MINUTES = 10;

interface OidcParts {
  client: OidcClient;
  /** How browsers reach this server; null: as the request says. */
  publicUrl: string | null;
  database: () => Database;
  sessionLimits: SessionLimits;
}

/**
 * GET /oidc: to the provider, by the authorization code flow with PKCE. GET /oidc/callback: back from it, with a session
 * where an account is linked to the identity.
 */
export function addOidc(
  app: FastifyInstance,
  { client, publicUrl, database, sessionLimits }: OidcParts,
): void {
  const provider = new OidcProvider(client);
  const redirectUri = ({ protocol, host }: FastifyRequest): string =>
    `${publicUrl ?? `${protocol}://${host}`}/oidc/callback`;

  app.get('/oidc', async (request, reply) => {
    const attempt = { state: secret(), nonce: secret(), verifier: secret() };
    const challenge = createHash('sha256').update(attempt.verifier).digest('base64url');
    const url = await provider.authorizationUrl(attempt, challenge, redirectUri(request));
    keepAttempt(request, reply, attempt);
    return reply.header('cache-control', 'no-store').redirect(url.href);
  });

  app.get<{ Querystring: Record<string, unknown> }>('/oidc/callback', async (request, reply) => {
    const attempt = attemptOf(request);
    keepAttempt(request, reply, null);
    const { code, state } = request.query;
    if (!attempt || typeof state !== 'string' || !isSame(state, attempt.state)) {
      throw apiError('UNAUTHENTICATED', 'This sign-in was not begun here, or took too long.');
    }
    if (typeof code !== 'string')
      throw apiError('UNAUTHENTICATED', 'The sign-in was not finished.');
    const identity = await provider.identify(code, attempt, redirectUri(request));
    const done = await signInByIdentity(database(), identity, request.ip, sessionLimits);
    if (!done) {
      throw apiError('FORBIDDEN', 'No account is linked to this identity; ask an administrator.');
    }
    keepCookie(request, reply, done.secret);
    return reply.header('cache-control', 'no-store').redirect('/');
  });
}

const secret = (): string => randomBytes(32).toString('base64url');

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Sent along when the provider sends the browser back, which comes from another site. */
function keepAttempt(request: FastifyRequest, reply: FastifyReply, attempt: Attempt | null): void {
  const secure = request.protocol === 'https';
  const options = { path: '/oidc', httpOnly: true, sameSite: 'lax', secure } as const;
  if (attempt === null) {
    void reply.clearCookie(COOKIE, options);
    return;
  }
  const value = [attempt.state, attempt.nonce, attempt.verifier].join('.');
  void reply.setCookie(COOKIE, value, { ...options, maxAge: MINUTES * 60 });
}

function attemptOf({ cookies }: FastifyRequest): Attempt | null {
  const [state, nonce, verifier] = (cookies[COOKIE] ?? '').split('.');
  return state && nonce && verifier ? { state, nonce, verifier } : null;
}
