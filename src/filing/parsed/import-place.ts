import type { EntityManager } from 'typeorm';
import type { Database } from '../../entities/database.js';
import { sha256 } from '../content-key.js';

/** How far an import of a file came; kept in the transaction that imports, gone when it is through. */
export interface Place {
  /** The last line that is done with. */
  line: number;
  /** Bytes up to its end. */
  offset: number;
}

const settingOf = (name: string): string => `import.${sha256(name).slice(0, 32)}`;

export const rememberPlace = async (
  manager: EntityManager,
  name: string,
  place: Place,
): Promise<void> => {
  await manager.query(
    `insert into setting (key, value) values ($1, $2::jsonb)
     on conflict (key) do update set value = excluded.value`,
    [settingOf(name), JSON.stringify(place)],
  );
};

export const forgetPlace = async (database: Database, name: string): Promise<void> => {
  await database.query('delete from setting where key = $1', [settingOf(name)]);
};

/** Where an import that was cut short has to go on; null where none was. */
export const placeOf = async (database: Database, name: string): Promise<Place | null> => {
  const [line] = await database.query<{ value: Place }>(
    'select value from setting where key = $1',
    [settingOf(name)],
  );
  return line?.value ?? null;
};
