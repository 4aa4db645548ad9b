import { runChecks } from '../../checks/run.js';
import type { ReportInput } from '../report-input.js';
import type { SynthReport } from './make-report.js';

/**
 * What filing takes of synthetic reports: each held against the year before as it stands by then. Reports of a year come
 * behind those of the year before, revisions in their order.
 */
export class CheckedYears {
  readonly #standing = new Map<string, SynthReport>();

  constructor(private readonly sample: boolean) {}

  inputOf(report: SynthReport, agencyId: string): ReportInput {
    const { agency, year, scope, publishedOn, status, form } = report;
    const key = (of: number): string => `${agencyId}/${of}/${scope}`;
    const { findings, results } = runChecks(form, {
      previous: this.#standing.get(key(year - 1))?.form ?? null,
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
