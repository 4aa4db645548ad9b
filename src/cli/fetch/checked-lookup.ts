import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.js';

/**
 * Resolves a name for a connection and refuses it where any of its addresses is none of the open internet. The connection
 * goes to the very addresses that were looked at, so that a second answer of the DNS cannot lead elsewhere.
 */
export const checkedLookup =
  (isPublic: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
        return;
      }
      const forbidden = addresses.find(({ address }) => !isPublic(address));
      const [first] = addresses;
      if (forbidden || !first) callback(refusal(hostname, forbidden), '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

const refusal = (hostname: string, forbidden: LookupAddress | undefined): FetchError =>
  new FetchError(
    'ADDRESS_FORBIDDEN',
    `${hostname} leads to ${forbidden?.address ?? 'no address'}, which is not on the open internet.`,
  );
