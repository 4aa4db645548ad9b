import type { EntityManager } from 'typeorm';
import type { AgencyKind } from '../entities/vocabulary.js';

/** An agency of the database as far as matching needs it. */
export interface KnownAgency {
  /** Null until it is written. */
  id: string | null;
  name: string;
  normalisedName: string;
  unifiedSocialCreditCode: string | null;
  kind: AgencyKind;
  regionCode: string | null;
  primarySector: string | null;
  /** Normalised. */
  aliases: string[];
}

interface Row {
  id: string;
  name: string;
  normalised_name: string;
  unified_social_credit_code: string | null;
  kind: AgencyKind;
  region_code: string | null;
  primary_sector: string | null;
  aliases: string[];
}

const SELECT = `
  select a.id::text, a.name, a.normalised_name, a.unified_social_credit_code, a.kind, a.region_code,
         (select sector_code from agency_sector s where s.agency_id = a.id and s.ordinal = 1) as primary_sector,
         array(select normalised from agency_alias l where l.agency_id = a.id) as aliases
  from agency a
  where a.id in (
    select id from agency where unified_social_credit_code = any($1::text[])
    union select id from agency where normalised_name = any($2::text[])
    union select agency_id from agency_alias where normalised = any($2::text[]))
  order by a.id`;

/** Agencies to match against, by code and by name within a region; grows while a batch is resolved. */
export class KnownAgencies {
  readonly #byCode = new Map<string, KnownAgency>();
  readonly #byName = new Map<string, KnownAgency>();

  /** Those of the database with one of the codes or names, in one statement. */
  static async load(
    manager: EntityManager,
    codes: readonly string[],
    normalisedNames: readonly string[],
  ): Promise<KnownAgencies> {
    const rows = await manager.query<Row[]>(SELECT, [codes, normalisedNames]);
    const known = new KnownAgencies();
    for (const row of rows) {
      known.add({
        id: row.id,
        name: row.name,
        normalisedName: row.normalised_name,
        unifiedSocialCreditCode: row.unified_social_credit_code,
        kind: row.kind,
        regionCode: row.region_code,
        primarySector: row.primary_sector,
        aliases: row.aliases,
      });
    }
    return known;
  }

  /** An agency's own name goes before another's alias. */
  add(agency: KnownAgency): void {
    if (agency.unifiedSocialCreditCode) this.#byCode.set(agency.unifiedSocialCreditCode, agency);
    this.#byName.set(keyOf(agency.normalisedName, agency.regionCode), agency);
    for (const alias of agency.aliases) this.addAlias(alias, agency);
  }

  addAlias(alias: string, agency: KnownAgency): void {
    const key = keyOf(alias, agency.regionCode);
    if (!this.#byName.has(key)) this.#byName.set(key, agency);
  }

  addCode(code: string, agency: KnownAgency): void {
    agency.unifiedSocialCreditCode = code;
    this.#byCode.set(code, agency);
  }

  byCode(code: string): KnownAgency | undefined {
    return this.#byCode.get(code);
  }

  byName(normalisedName: string, regionCode: string | null): KnownAgency | undefined {
    return this.#byName.get(keyOf(normalisedName, regionCode));
  }
}

const keyOf = (normalisedName: string, regionCode: string | null): string =>
  `${regionCode ?? ''}/${normalisedName}`;
