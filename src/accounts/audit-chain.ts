import { createHash } from 'node:crypto';
import type { Database } from '../entities/database.js';
import { limits } from '../entities/limits.js';

/** Entries of one transaction. */
const BATCH = 500;

interface Entry {
  id: string;
  text: string;
}

/** Everything that an entry says, as one text that the database spells the same for ever. */
const TEXT = `
  json_build_array(e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.author, e.act, e.subject,
    e.reason, e.before::text, e.after::text, e.account_id::text, e.address, e.succeeded)::text`;

const UNSEALED = `
  select e.id, ${TEXT} as text from audit_entry e
  where not exists (select from audit_seal s where s.entry_id = e.id)
  order by e.id limit $1`;

const hashOf = (before: string, text: string): string =>
  createHash('sha256').update(`${before}\n${text}`).digest('hex');

/** Of the link before the first. */
const BEGINNING = '0'.repeat(64);

/**
 * Chains the entries that are not sealed yet. One process at a time does; whoever comes second finds nothing to do.
 * @returns how many were sealed
 */
export const sealAudit = async (database: Database): Promise<number> => {
  let sealed = 0;
  for (;;) {
    const batch = await sealBatch(database);
    sealed += batch;
    if (batch < BATCH) return sealed;
  }
};

const sealBatch = (database: Database): Promise<number> =>
  database.transaction(
    async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('audit_seal'))`);
      const entries = await manager.query<Entry[]>(UNSEALED, [BATCH]);
      const [last] = await manager.query<{ position: string; hash: string }[]>(
        'select position, hash from audit_seal order by position desc limit 1',
      );
      let hash = last?.hash ?? BEGINNING;
      const seals = entries.map(({ id, text }, i) => {
        hash = hashOf(hash, text);
        return { position: Number(last?.position ?? 0) + i + 1, entry_id: id, hash };
      });
      await manager.query(
        `insert into audit_seal (position, entry_id, hash)
         select position, entry_id, hash from json_populate_recordset(null::audit_seal, $1::json)`,
        [JSON.stringify(seals)],
      );
      return entries.length;
    },
    { timeoutMs: limits.long },
  );

export interface ChainVerdict {
  /** Links that hold, up to the first that does not. */
  sealed: number;
  unsealed: number;
  /** Hash of the last link; whoever keeps it elsewhere can tell later that nothing was cut off. */
  head: string;
  /** The first entry that is not what was sealed; null where all are. */
  broken: {
    position: number;
    entryId: string;
    reason: 'CHANGED' | 'MISSING' | 'LINK_MISSING';
  } | null;
}

interface Link {
  position: string;
  entryId: string;
  hash: string;
  text: string | null;
}

const LINKS = `
  select s.position, s.entry_id as "entryId", s.hash, case when e.id is not null then ${TEXT} end as text
  from audit_seal s left join audit_entry e on e.id = s.entry_id
  where s.position > $1 order by s.position limit $2`;

/** Reckons the chain again from its beginning. */
export const verifyAudit = async (database: Database): Promise<ChainVerdict> => {
  const [count] = await database.query<{ unsealed: number }>(
    `select count(*)::int as unsealed from audit_entry e
     where not exists (select from audit_seal s where s.entry_id = e.id)`,
  );
  const unsealed = count?.unsealed ?? 0;
  let [position, head] = [0, BEGINNING];
  for (;;) {
    const links = await database.query<Link>(LINKS, [position, BATCH], {
      timeoutMs: limits.long,
    });
    for (const link of links) {
      const reason = faultOf(link, position, head);
      if (reason) {
        const broken = { position: Number(link.position), entryId: link.entryId, reason };
        return { sealed: position, unsealed, head, broken };
      }
      [position, head] = [position + 1, link.hash];
    }
    if (links.length < BATCH) return { sealed: position, unsealed, head, broken: null };
  }
};

const faultOf = (
  link: Link,
  before: number,
  head: string,
): 'CHANGED' | 'MISSING' | 'LINK_MISSING' | null => {
  if (Number(link.position) !== before + 1) return 'LINK_MISSING';
  if (link.text === null) return 'MISSING';
  return hashOf(head, link.text) === link.hash ? null : 'CHANGED';
};
