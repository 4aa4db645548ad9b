import type { EntityManager } from 'typeorm';
import type { ReportStatus } from '../../entities/vocabulary.js';
import type { Severity } from '../../format/report.js';
import type { AgencyClues } from '../../registry/decide-region.js';
import type { AgencyFound } from '../../registry/find-or-create-agency.js';
import type { KnownDocument } from '../document-of.js';
import { fileBatch, lockAgencies } from '../file-batch.js';
import { cluesOf, notOnRoster } from '../import-document.js';
import type { ImportOutcome } from '../import-document.js';
import { recheck, reportsAfter } from '../recheck.js';
import type { Filed, FilingOutcome, ReportInput } from '../report-input.js';
import { inJudgedOrder, judgeBatch } from './judge-batch.js';
import type { PlacedDocument } from './judge-batch.js';

/** The part of the registry that an import of many reports needs. */
export interface AgenciesRegistry {
  findOrCreateAgencies: (
    manager: EntityManager,
    clues: readonly AgencyClues[],
    options: { create: boolean },
  ) => Promise<AgencyFound[]>;
}

export interface BatchImport {
  status: ReportStatus;
  /** False: a report of an agency that is not known is refused. */
  createAgencies: boolean;
}

/**
 * Many reports without their files, within a transaction of the caller: their agencies found, their checks run, all of it
 * filed. The outcomes stand in the order given.
 */
export const importBatch = async (
  manager: EntityManager,
  registry: AgenciesRegistry,
  documents: readonly KnownDocument[],
  { status, createAgencies }: BatchImport,
): Promise<ImportOutcome[]> => {
  const create = { create: createAgencies };
  const found = await registry.findOrCreateAgencies(manager, documents.map(cluesOf), create);
  const places = documents.map((document, i): PlacedDocument | null => {
    const { agencyId = null, finding = null } = found[i] ?? {};
    return agencyId === null ? null : { ...document, agencyId, ofRegistry: finding };
  });
  const ordered = places.filter((place) => place !== null).toSorted(inJudgedOrder);
  await lockAgencies(
    manager,
    ordered.map(({ agencyId }) => agencyId),
  );
  const inputs = await judgeBatch(manager, ordered, status);
  const outcomes = await fileBatch(manager, inputs, { recheck: false });
  await recheckOthers(manager, inputs, outcomes, status);
  const findings = await findingCounts(manager, outcomes);
  const outcomeOf = new Map(ordered.map((place, i) => [place, outcomes[i]]));
  return documents.map((document, i) => {
    const [place, agency] = [places[i], found[i]];
    const outcome = place && outcomeOf.get(place);
    if (!place || !agency || !outcome) return notOnRoster(document);
    if (outcome.kind === 'REFUSED') return outcome;
    const { agencyId, year, scope } = place;
    const counts = findings.get(outcome.reportId) ?? { ERROR: 0, WARNING: 0, INFO: 0 };
    return {
      ...{ ...outcome, agencyId, agencyCreated: agency.created, year, scope },
      findings: counts,
    };
  });
};

const isNew = (outcome: FilingOutcome | undefined): outcome is Filed =>
  outcome?.kind === 'CREATED' || outcome?.kind === 'REVISED';

/** Stored reports that are held against the new ones; of the new ones those for which more stands than the batch. */
const recheckOthers = async (
  manager: EntityManager,
  inputs: readonly ReportInput[],
  outcomes: readonly FilingOutcome[],
  status: ReportStatus,
): Promise<void> => {
  const filed = outcomes.filter(isNew);
  if (filed.length === 0) return;
  const heirs = await heirsAmong(manager, inputs);
  const isJudged = status === 'PUBLISHED' && filed.length === outcomes.length;
  const judged = outcomes.flatMap((outcome, i) =>
    isJudged && isNew(outcome) && !heirs.has(inputs[i]?.agencyId ?? '') ? [outcome.reportId] : [],
  );
  const keys = inputs.filter((_, i) => isNew(outcomes[i]));
  await recheck(manager, await reportsAfter(manager, keys, judged));
};

/** Agencies of the batch that came from others: what those reported is known to the database alone. */
const heirsAmong = async (
  manager: EntityManager,
  inputs: readonly ReportInput[],
): Promise<Set<string>> => {
  const lines = await manager.query<{ id: string }[]>(
    'select distinct successor_id as id from agency_lineage where successor_id = any($1::bigint[])',
    [[...new Set(inputs.map(({ agencyId }) => agencyId))]],
  );
  return new Set(lines.map(({ id }) => id));
};

const findingCounts = async (
  manager: EntityManager,
  outcomes: readonly FilingOutcome[],
): Promise<Map<string, Record<Severity, number>>> => {
  const ids = outcomes.flatMap((outcome) => (outcome.kind === 'REFUSED' ? [] : [outcome.reportId]));
  const lines = await manager.query<(Record<Severity, number> & { id: string })[]>(
    `select id, error_count as "ERROR", warning_count as "WARNING", info_count as "INFO"
     from report where id = any($1::bigint[])`,
    [ids],
  );
  return new Map(lines.map(({ id, ...counts }) => [id, counts]));
};
