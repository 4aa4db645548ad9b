import { runChecks } from '../../checks/run.js';
import type { ReportInput } from '../report-input.js';
import type { SynthReport } from './make-report.js';

/**
 * What filing takes of synthetic reports: each held against the year before as it stands by then. Reports of a year come
 * behind those of the year before, revisions in their order.
 */
export class CheckedYears {
  readonly #standing = new Map<string, SynthReport>();

  /** @param predecessors ids of the agencies that an agency came from, by its id */
  constructor(
    private readonly sample: boolean,
    private readonly predecessors: ReadonlyMap<string, readonly string[]> = new Map(),
  ) {}

  inputOf(report: SynthReport, agencyId: string): ReportInput {
    const { agency, year, scope, publishedOn, status, form } = report;
    const keyOf = (agencyOrHeir: string, of: number): string => `${agencyOrHeir}/${of}/${scope}`;
    const key = (of: number): string => keyOf(agencyId, of);
    const before = this.predecessors.get(agencyId) ?? [];
    const { findings, results } = runChecks(form, {
      previous: this.#standing.get(key(year - 1))?.form ?? null,
      predecessors: before.flatMap((id) => this.#standing.get(keyOf(id, year - 1))?.form ?? []),
      otherVersion: this.#standing.get(key(year))?.form ?? null,
      agencyKind: agency.kind,
      agencyLevel: agency.level,
      publishedOn,
    });
    this.#standing.set(key(year), report);
    const filed = { agencyId, year, scope, status, publishedOn, source: null, sample: this.sample };
    return { form, findings, results, ...filed };
  }
}
