import DataLoader from 'dataloader';

import { sightOf, type Sight } from '../accounts/sight.js';
import { agencySubjects } from '../accounts/subjects.js';
import type { Subject } from '../accounts/policy.js';
import { queriesOf } from '../accounts/queries.js';
import type { Database } from '../entities/database.js';
import { agenciesById, aliasesOf, relatedAgencies } from './agency-list.js';
import { correctionsOf } from './corrections.js';
import { disclosure2019Of } from './disclosure-2019.js';
import { findingsById, findingsOfReports } from './finding-list.js';
import { countsOf, demandCursorOf, pagesOf, type List, type ListPage } from './list.js';
import { shownTo, type Originals } from './originals.js';
import { publicCorrections, publicEvidence, publicSections, publicSource } from './public-text.js';
import type {
  AgencyRecord,
  AliasRecord,
  CorrectionRecord,
  Disclosure2019Record,
  EvidenceRecord,
  FindingRecord,
  RegionRecord,
  SectionRecord,
  SectorRecord,
  SourceDocumentRecord,
} from './records.js';
import { successorsByRegion } from './region-list.js';
import {
  currentReports,
  evidenceOf,
  reportKeyText,
  sectionsOf,
  seenReportsById,
  sourceDocumentsById,
  type ReportKey,
} from './report-details.js';
import { livesOf, waiversOf, type LifeRecord, type WaiverRecord } from './report-life.js';
import { sectorsOfAgencies } from './sector-list.js';
import { sharedLookups } from './shared-lookups.js';
import type { Page, PageRequest, ReportRecord, ThreeTables } from './shapes.js';
import { threeTablesOf, type ReportOfYear } from './three-tables.js';

/** What the look-ups of a request have found so far, to be answered at once. */
export interface Seen {
  regions: Map<string, RegionRecord | null>;
  /** By code; null until somebody asked for them. */
  sectors: ReadonlyMap<string, SectorRecord> | null;
}

/** Look-ups of one request: what is asked for together is fetched in one statement, and once. */
export interface Loaders {
  region: DataLoader<string, RegionRecord | null>;
  regionSuccessors: DataLoader<string, readonly RegionRecord[]>;
  agency: DataLoader<string, AgencyRecord | null>;
  aliases: DataLoader<string, readonly AliasRecord[]>;
  predecessors: DataLoader<string, readonly AgencyRecord[]>;
  successors: DataLoader<string, readonly AgencyRecord[]>;
  /** Codes, the primary one first. */
  agencySectors: DataLoader<string, readonly string[]>;
  sectors: () => Promise<readonly SectorRecord[]>;
  seen: Seen;
  /** Revisions by their id, published or within the sight of who asks. */
  report: DataLoader<string, ReportRecord | null>;
  /** The newest published revision. */
  currentReport: DataLoader<ReportKey, ReportRecord | null, string>;
  tables: DataLoader<ReportOfYear, ThreeTables | null, string>;
  disclosure2019: DataLoader<string, Disclosure2019Record | null>;
  evidence: DataLoader<string, EvidenceRecord | null>;
  sections: DataLoader<string, readonly SectionRecord[]>;
  sourceDocument: DataLoader<string, SourceDocumentRecord | null>;
  findings: DataLoader<string, readonly FindingRecord[]>;
  finding: DataLoader<string, FindingRecord | null>;
  corrections: DataLoader<string, readonly CorrectionRecord[]>;
  life: DataLoader<string, LifeRecord | null>;
  /** By the id of the finding. */
  waiver: DataLoader<string, WaiverRecord | null>;
  /** What an agency is to the policy. */
  subject: DataLoader<string, Subject | null>;
  /** A page of a list; its length is asked for when somebody calls `totalCount`. */
  page: <T>(list: List<T>, page: PageRequest) => Promise<Page<T>>;
}

/** What the shared look-ups gather themselves is handed on at once. */
const DIRECT = { batch: false } as const;

type ByKey<T> = (db: Database, keys: readonly string[]) => Promise<Map<string, T>>;

/**
 * Loaders over a database; make new ones for every request, so that nobody sees what another asked before. What documents
 * and people say comes from here with personal data masked, unless `originals` allows more.
 */
export function createLoaders(
  db: Database,
  sight: Sight = sightOf(null),
  originals: Originals | null = null,
): Loaders {
  const one = <T>(find: ByKey<T>): DataLoader<string, T | null> =>
    new DataLoader(async (keys) => {
      const found = await find(db, keys);
      return keys.map((key) => found.get(key) ?? null);
    });
  const many = <T>(find: ByKey<readonly T[]>): DataLoader<string, readonly T[]> =>
    new DataLoader(async (keys) => {
      const found = await find(db, keys);
      return keys.map((key) => found.get(key) ?? []);
    });
  const shared = sharedLookups(db);
  const seen: Seen = { regions: new Map(), sectors: null };
  const seeRegion = async (code: string): Promise<RegionRecord | null> => {
    const record = await shared.region(code);
    seen.regions.set(code, record);
    return record;
  };
  const seeSectors = async (): Promise<readonly SectorRecord[]> => {
    const all = await shared.sectors();
    seen.sectors = new Map(all.map((sector) => [sector.code, sector]));
    return all;
  };
  let sectors: Promise<readonly SectorRecord[]> | null = null;

  return {
    region: new DataLoader((codes) => Promise.all(codes.map(seeRegion)), DIRECT),
    regionSuccessors: many(successorsByRegion),
    agency: one(agenciesById),
    aliases: many(aliasesOf),
    predecessors: many((_, ids) => relatedAgencies(db, 'PREDECESSORS', ids)),
    successors: many((_, ids) => relatedAgencies(db, 'SUCCESSORS', ids)),
    agencySectors: many(sectorsOfAgencies),
    sectors: () => (sectors ??= seeSectors()),
    seen,
    report: one((_, ids) => seenReportsById(db, ids, sight)),
    currentReport: new DataLoader(
      async (keys) => {
        const found = await currentReports(db, keys);
        return keys.map((key) => found.get(reportKeyText(key)) ?? null);
      },
      { cacheKeyFn: reportKeyText },
    ),
    tables: new DataLoader(
      async (reports) => {
        const found = await threeTablesOf(db, reports);
        return reports.map(({ id }) => found.get(id) ?? null);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    disclosure2019: one(disclosure2019Of),
    evidence: one(shownTo(originals, evidenceOf, publicEvidence)),
    sections: many(shownTo<readonly SectionRecord[]>(originals, sectionsOf, publicSections)),
    sourceDocument: one(shownTo(null, sourceDocumentsById, publicSource)),
    findings: many(findingsOfReports),
    finding: one(findingsById),
    corrections: many(shownTo<readonly CorrectionRecord[]>(null, correctionsOf, publicCorrections)),
    life: one(livesOf),
    waiver: one(waiversOf),
    subject: one((_, ids) => agencySubjects(queriesOf(db), ids)),
    page: pageLoader(db),
  };
}

/** Pages that are asked for in the same moment come from one statement, and so do their lengths. */
function pageLoader(db: Database): Loaders['page'] {
  const pages = new DataLoader((asked: readonly ListPage<unknown>[]) => pagesOf(db, asked), {
    cache: false,
  });
  const counts = new DataLoader((lists: readonly List<unknown>[]) => countsOf(db, lists), {
    cache: false,
  });
  return async <T>(list: List<T>, page: PageRequest): Promise<Page<T>> => {
    demandCursorOf(list, page.after);
    const found = (await pages.load({ list, page })) as Omit<Page<T>, 'totalCount'>;
    return { ...found, totalCount: () => counts.load(list) };
  };
}
