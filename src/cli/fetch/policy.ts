import { isIP } from 'node:net';
import { FetchError } from './fetch-error.js';
import { isPublicAddress } from './public-address.js';

/** Where it may be fetched from. */
export interface FetchPolicy {
  /** Hosts that end in one of these, at a point: `gov.cn` allows gov.cn and www.moe.gov.cn, not mygov.cn. */
  suffixes: readonly string[];
  isPublic: (address: string) => boolean;
  /** The port of http and that of https are always allowed. */
  otherPorts: readonly string[];
}

/** Lower-case suffixes without points around; punycode as in addresses. Null where a text is no suffix of a host. */
export const suffixOf = (text: string): string | null => {
  const bare = text
    .trim()
    .replace(/^\*?\./, '')
    .replace(/\.$/, '');
  if (bare.includes(':')) return null;
  const url = URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`) : null;
  if (!url || url.host === '' || url.href !== `http://${url.host}/`) return null;
  return isIP(hostOf(url)) === 0 ? url.hostname : null;
};

export const policyFor = (suffixes: readonly string[]): FetchPolicy => ({
  suffixes,
  isPublic: isPublicAddress,
  otherPorts: [],
});

/** Without the brackets of IPv6 and the last point of a full name. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const PORTS: Readonly<Record<string, readonly string[]>> = {
  'http:': ['', '80'],
  'https:': ['', '443'],
};

/** @throws FetchError ADDRESS_NOT_ALLOWED */
export const checkAddress = (url: URL, policy: FetchPolicy): void => {
  const refuse = (why: string): never => {
    throw new FetchError('ADDRESS_NOT_ALLOWED', `${url.origin}: ${why}.`);
  };
  const ports = PORTS[url.protocol];
  if (!ports) return refuse('only http and https are fetched');
  if (![...ports, ...policy.otherPorts].includes(url.port)) {
    return refuse(`port ${url.port} is not fetched from`);
  }
  if (url.username !== '' || url.password !== '') return refuse('it carries a name or a password');
  const host = hostOf(url);
  if (isIP(host) !== 0) return refuse('it names no host, but an IP address');
  if (!policy.suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))) {
    return refuse('the host is not on the allow-list');
  }
};
