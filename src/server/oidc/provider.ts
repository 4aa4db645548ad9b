import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Identity } from '../../accounts/sign-in-by-identity.js';
import { apiError } from '../errors.js';

/** How the server is known to a provider. */
export interface OidcClient {
  /** As the provider's tokens name it, e.g. https://id.example.gov.cn */
  issuer: string;
  clientId: string;
  /** Null for a public client. */
  clientSecret: string | null;
}

/** Where a provider answers. */
interface Endpoints {
  authorization: string;
  token: string;
  keys: JWTVerifyGetKey;
}

/** What a sign-in under way remembers. */
export interface Attempt {
  state: string;
  nonce: string;
  /** Of PKCE. */
  verifier: string;
}

const PATIENCE = 5_000;
/** Signatures that a provider may use; never `none`, never a shared secret. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];

/** An OpenID Connect provider: asked where it answers when it is first needed, its keys as they change. */
export class OidcProvider {
  private endpoints: Promise<Endpoints> | null = null;

  constructor(private readonly client: OidcClient) {}

  /** Where a browser goes to sign in. */
  async authorizationUrl(attempt: Attempt, challenge: string, redirectUri: string): Promise<URL> {
    const url = new URL((await this.known()).authorization);
    const asked = {
      ...{ response_type: 'code', scope: 'openid', client_id: this.client.clientId },
      ...{ redirect_uri: redirectUri, state: attempt.state, nonce: attempt.nonce },
      ...{ code_challenge: challenge, code_challenge_method: 'S256' },
    };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    return url;
  }

  /**
   * Whom the provider vouches for.
   * @throws UNAUTHENTICATED where it does not, or its token is not for this server, this attempt and this moment
   */
  async identify(code: string, attempt: Attempt, redirectUri: string): Promise<Identity> {
    const { token, keys } = await this.known();
    const idToken = await this.exchange(token, code, attempt, redirectUri);
    const { issuer, clientId: audience } = this.client;
    try {
      const { payload } = await jwtVerify(idToken, keys, {
        ...{ issuer, audience, algorithms: ALGORITHMS, clockTolerance: 60 },
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      if (payload['nonce'] !== attempt.nonce || !payload.sub) throw notVouched();
      return { issuer, subject: payload.sub };
    } catch (error) {
      if (error instanceof errors.JOSEError) throw notVouched();
      throw error;
    }
  }

  private async exchange(
    endpoint: string,
    code: string,
    { verifier }: Attempt,
    redirectUri: string,
  ): Promise<string> {
    const { clientId, clientSecret } = this.client;
    const body = new URLSearchParams({
      ...{ grant_type: 'authorization_code', code, redirect_uri: redirectUri },
      ...{ client_id: clientId, code_verifier: verifier },
    });
    const headers: Record<string, string> = {};
    if (clientSecret !== null) {
      const secret = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
      headers['authorization'] = `Basic ${Buffer.from(secret).toString('base64')}`;
    }
    const answer = await asked(endpoint, { method: 'POST', body, headers });
    if (typeof answer['id_token'] !== 'string') throw notVouched();
    return answer['id_token'];
  }

  private known(): Promise<Endpoints> {
    this.endpoints ??= this.discover().catch((error: unknown) => {
      // The next who signs in asks again.
      this.endpoints = null;
      throw error;
    });
    return this.endpoints;
  }

  private async discover(): Promise<Endpoints> {
    const { issuer } = this.client;
    const path = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const told = await asked(path, {});
    const [authorization, token, keys] = [
      told['authorization_endpoint'],
      told['token_endpoint'],
      told['jwks_uri'],
    ].map(String);
    if (told['issuer'] !== issuer || !authorization || !token || !URL.canParse(keys ?? '')) {
      throw apiError('IDENTITY_PROVIDER_UNAVAILABLE', '');
    }
    const jwks = createRemoteJWKSet(new URL(keys ?? ''), { timeoutDuration: PATIENCE });
    return { authorization, token, keys: jwks };
  }
}

const notVouched = () =>
  apiError('UNAUTHENTICATED', 'The identity provider does not vouch for it.');

/** A JSON answer of the provider; what it refuses is refused here too. */
async function asked(url: string, init: RequestInit): Promise<Record<string, unknown>> {
  let response: Response;
  try {
    response = await fetch(url, {
      ...{ ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) },
    });
  } catch {
    throw apiError('IDENTITY_PROVIDER_UNAVAILABLE', '');
  }
  if (response.status >= 500) throw apiError('IDENTITY_PROVIDER_UNAVAILABLE', '');
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || typeof body !== 'object' || body === null) throw notVouched();
  return body as Record<string, unknown>;
}
