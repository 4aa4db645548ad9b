import type { Queries } from './queries.js';

/** Failures within the window after which a name, or an address whatever the names, has to wait. */
const MOST_OF_NAME = 5;
const MOST_OF_ADDRESS = 30;
const WINDOW_MINUTES = 15;

const WAITING = `
  select greatest(
    (select at from sign_in_attempt where name = $1 order by at desc offset $3 limit 1),
    (select at from sign_in_attempt where address = $2 order by at desc offset $4 limit 1)
  ) + make_interval(mins => $5) as until`;

/**
 * Counts a try as a failure until it turns out well, so that many at once are no way around the limit.
 * @returns when the next one is taken where this one is not
 */
export const countTry = async (
  queries: Queries,
  name: string,
  address: string | null,
): Promise<Date | null> => {
  await queries.query('select pg_advisory_xact_lock(hashtext($1))', [`sign-in ${name}`]);
  const params = [name, address, MOST_OF_NAME - 1, MOST_OF_ADDRESS - 1, WINDOW_MINUTES];
  const [line] = await queries.query<{ until: Date | null }[]>(WAITING, params);
  const until = line?.until ?? null;
  if (until && until > new Date()) return until;
  await queries.query('insert into sign_in_attempt (name, address) values ($1, $2)', [
    name,
    address,
  ]);
  await queries.query(`delete from sign_in_attempt where at < now() - interval '1 day'`);
  return null;
};

/** A sign-in that went well ends the count of its name. */
export const forgetFailures = async (queries: Queries, name: string): Promise<void> => {
  await queries.query('delete from sign_in_attempt where name = $1', [name]);
};
