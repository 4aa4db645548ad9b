import type { Database } from '../../entities/database.js';
import { limits } from '../../entities/limits.js';
import { findOrCreateAgencies } from '../../registry/find-or-create-agency.js';
import type { SynthAgency } from './roster.js';

/** Finds or creates the agencies in one transaction; answers their ids, and which of these were created. */
export const registerAgencies = async (
  database: Database,
  agencies: readonly SynthAgency[],
): Promise<{ ids: ReadonlyMap<SynthAgency, string>; created: string[] }> => {
  const clues = agencies.map(({ name, unifiedSocialCreditCode, regionCode }) => ({
    name,
    unifiedSocialCreditCode,
    regionHint: regionCode,
    url: null,
  }));
  const found = await database.transaction(
    (manager) => findOrCreateAgencies(manager, clues, { create: true }),
    { timeoutMs: limits.long },
  );
  const ids = new Map<SynthAgency, string>();
  const created: string[] = [];
  for (const [i, agency] of agencies.entries()) {
    const one = found[i];
    if (!one?.agencyId) throw new Error(`the synthetic agency ${agency.name} was not created`);
    ids.set(agency, one.agencyId);
    if (one.created) created.push(one.agencyId);
  }
  return { ids, created };
};
