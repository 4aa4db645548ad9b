import { createHash, randomBytes } from 'node:crypto';

/** Whether a secret is that of a session or of a program; the prefix also lets scanners of source code find leaked ones. */
export type SecretKind = 'SESSION' | 'API_TOKEN';

const prefixes: Readonly<Record<SecretKind, string>> = {
  SESSION: 'nbs_',
  API_TOKEN: 'nbt_',
};

/** 256 bits nobody can guess, so that a plain hash of it is enough. */
export const newSecret = (kind: SecretKind): string =>
  `${prefixes[kind]}${randomBytes(32).toString('base64url')}`;

/** What a text may be a secret of; null where it has not the form of one. */
export const kindOfSecret = (text: string): SecretKind | null => {
  const [, prefix] = /^(nb[st]_)[\w-]{43}$/.exec(text) ?? [];
  if (prefix === undefined) return null;
  return prefix === prefixes.SESSION ? 'SESSION' : 'API_TOKEN';
};

export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');
