/** Why a page was not fetched; `docs/fetch.md` has the table. */
export const fetchCodes = {
  ADDRESS_NOT_ALLOWED:
    'The address is no http or https address of an allowed host on its usual port.',
  ADDRESS_FORBIDDEN: 'The host leads to this machine or to a private network.',
  ROBOTS_DISALLOWED: "The site's robots.txt asks not to fetch the page.",
  TOO_MANY_REDIRECTS: 'The site redirects more than three times.',
  FETCH_TOO_LARGE: 'The answer has more than 30 MB.',
  FETCH_TIMEOUT: 'The answer took longer than 20 seconds.',
  FETCH_STATUS: 'The site answered with a status other than 200.',
  FETCH_FAILED: 'There is no such host, or the connection failed.',
} as const;

export type FetchCode = keyof typeof fetchCodes;

export class FetchError extends Error {
  override readonly name = 'FetchError';

  constructor(
    readonly code: FetchCode,
    message: string,
    /** Of an answer that was received. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}
