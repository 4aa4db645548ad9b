import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { addressKey } from '../format/form.js';
import type { CorrectionRecord, EvidenceRecord } from '../rollup/records.js';
import { Agency } from '../schema/agency.js';
import type { ApiContext } from '../schema/context.js';
import { Correction, ReportIdentity } from '../schema/correction.js';
import { Report } from '../schema/report.js';
import { findAgency } from './agency-lookup.js';
import { cellAt } from './cells.js';

@Resolver(() => Report)
export class CorrectionResolver {
  @FieldResolver(() => [Correction], {
    description: 'What people corrected in it, in the order in which they did.',
  })
  async corrections(
    @Root() { record }: Report,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Correction[]> {
    const records = await loaders.corrections.load(record.id);
    const ofCells = records.some(({ cell }) => cell !== null);
    const evidence = ofCells ? await loaders.evidence.load(record.id) : null;
    return records.map((correction, i) => show(correction, records.slice(i + 1), evidence));
  }
}

@Resolver(() => ReportIdentity)
export class ReportIdentityResolver {
  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'Whose report; null where it is no agency any more.',
  })
  agency(
    @Root() { agencyId }: ReportIdentity,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Agency | null> {
    return findAgency(loaders, agencyId);
  }
}

/** The newest of its kind is in force, of cells the newest of each cell as long as the form has it. */
function show(
  correction: CorrectionRecord,
  later: readonly CorrectionRecord[],
  evidence: EvidenceRecord | null,
): Correction {
  const { kind, cell, from, to, fromIdentity, toIdentity, by, at, why } = correction;
  const key = cell && addressKey(cell);
  const replaced = later.some(
    (other) => other.kind === kind && (other.cell && addressKey(other.cell)) === key,
  );
  const now = evidence?.cells.find((c) => addressKey(c) === key);
  const inForce = !replaced && (cell === null || now?.status === 'ENTERED');
  return Object.assign(new Correction(), {
    kind,
    cell: cell && cellAt(cell, evidence),
    from,
    to,
    fromIdentity: fromIdentity && Object.assign(new ReportIdentity(), fromIdentity),
    toIdentity: toIdentity && Object.assign(new ReportIdentity(), toIdentity),
    by,
    at,
    why,
    inForce,
    agreesWithReading: inForce && now?.read ? now.read.value === to : null,
  });
}
