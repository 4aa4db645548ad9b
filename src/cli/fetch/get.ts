import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { readBody } from './body.js';
import { checkedLookup } from './checked-lookup.js';
import { FetchError } from './fetch-error.js';
import { checkAddress } from './policy.js';
import type { FetchPolicy } from './policy.js';

/** A page as it was received. */
export interface Fetched {
  /** After redirects. */
  url: string;
  bytes: Buffer;
  /** By lower-case name, without cookies. */
  headers: Readonly<Record<string, string>>;
  /** ISO time at which it was complete. */
  at: string;
}

export interface GetLimits {
  /** For all of it, redirects included. */
  timeoutMs: number;
  maxBytes: number;
  maxRedirects: number;
}

export const defaultLimits: GetLimits = {
  timeoutMs: 20_000,
  maxBytes: 30_000_000,
  maxRedirects: 3,
};

/** As robots.txt names it. */
export const USER_AGENT = 'nianbao';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * One page over HTTP. Every address on the way is checked, and so is the address that each name leads to, at the moment
 * of connecting.
 * @param before awaited before each request: robots.txt and the rate
 * @throws FetchError
 */
export const get = async (
  address: string,
  policy: FetchPolicy,
  { timeoutMs, maxBytes, maxRedirects }: GetLimits = defaultLimits,
  before: (url: URL) => Promise<void> = () => Promise.resolve(),
): Promise<Fetched> => {
  let url = parsed(address);
  let signal: AbortSignal | null = null;
  for (let redirects = 0; ; redirects++) {
    checkAddress(url, policy);
    await before(url);
    // Waiting for one's turn is not the site's slowness.
    signal ??= AbortSignal.timeout(timeoutMs);
    const response = await requestOnce(url, policy, signal);
    const target = redirectOf(response);
    if (target === null) return received(url, response, maxBytes, signal);
    response.destroy();
    if (redirects >= maxRedirects) {
      throw new FetchError('TOO_MANY_REDIRECTS', `${address} redirects again and again.`);
    }
    url = parsed(target, url);
  }
};

const parsed = (address: string, base?: URL): URL => {
  if (!URL.canParse(address, base?.href)) {
    throw new FetchError('ADDRESS_NOT_ALLOWED', `${address.slice(0, 200)} is no address.`);
  }
  const url = new URL(address, base);
  url.hash = '';
  return url;
};

const redirectOf = ({ statusCode = 0, headers }: IncomingMessage): string | null =>
  REDIRECTS.has(statusCode) ? (headers.location ?? null) : null;

const requestOnce = (
  url: URL,
  policy: FetchPolicy,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    const options = {
      agent: secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-language': 'zh-CN,zh;q=0.9',
        'accept-encoding': 'identity',
      },
      lookup: checkedLookup(policy.isPublic),
      signal,
    };
    const sent = (secure ? httpsRequest : httpRequest)(url, options, resolve);
    sent.on('error', (error) => reject(asFetchError(error, url, signal)));
    sent.on('socket', (socket) =>
      socket.on('connect', () => {
        const { remoteAddress = '' } = socket;
        if (!policy.isPublic(remoteAddress)) sent.destroy(forbidden(url, remoteAddress));
      }),
    );
    sent.end();
  });

/** Never reached through the lookup, which has refused the address before. */
const forbidden = (url: URL, address: string): FetchError =>
  new FetchError('ADDRESS_FORBIDDEN', `${url.host} answered from ${address}.`);

const received = async (
  url: URL,
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Fetched> => {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) {
    response.destroy();
    throw new FetchError('FETCH_STATUS', `${url.href} answered ${statusCode}.`, statusCode);
  }
  try {
    const bytes = await readBody(response, maxBytes);
    return { url: url.href, bytes, headers: kept(headers), at: new Date().toISOString() };
  } catch (error) {
    throw asFetchError(error, url, signal);
  } finally {
    response.destroy();
  }
};

const kept = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'set-cookie' ? [] : [[name, String(value)]],
    ),
  );

const asFetchError = (error: unknown, url: URL, signal: AbortSignal): FetchError => {
  if (error instanceof FetchError) return error;
  if (signal.aborted) return new FetchError('FETCH_TIMEOUT', `${url.href} took too long.`);
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new FetchError('FETCH_FAILED', `${url.href} could not be fetched${code}.`);
};
