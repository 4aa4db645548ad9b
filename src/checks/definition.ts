import type { Bilingual } from '../format/place.js';
import type { FilledForm, Finding, Severity } from '../format/report.js';
import type { ExampleReport } from './example.js';
import type { ConsolidatedMember } from './members.js';

export type { Bilingual } from '../format/place.js';

/** A rule of the catalogue as people read it. */
export interface CheckDefinition {
  /** Stable code, e.g. `A3`. */
  code: string;
  /** The gravest that a finding of this check can have. */
  severity: Severity;
  title: Bilingual;
  /** The relation in words of the form. */
  formula: Bilingual;
  /** The clause or practice it rests on. */
  basis: string;
}

/** One report that satisfies the rule and one that breaks it; both are run by a test and shown in the docs. */
export interface CheckExamples {
  passes: CheckExample;
  fails: CheckExample;
}

export interface CheckExample {
  report: ExampleReport;
  /** Last year's report, the agency's kind and so on, where the rule needs them. */
  context?: Omit<CheckContext, 'previous' | 'predecessors' | 'otherVersion' | 'consolidated'> & {
    previous?: ExampleReport;
    predecessors?: readonly ExampleReport[];
    otherVersion?: ExampleReport;
  };
}

/** A report whose text is like this one's: of another agency, or of this one for the year before. */
export interface Alike {
  agency: string;
  year: number;
  /** Share of what they say in common, apart from standing phrases: 0 to 1. */
  similarity: number;
}

/** What is known beside the report itself. Everything is optional: what is not known is not judged. */
export interface CheckContext {
  /** Report of the same agency and scope for the year before. */
  previous?: FilledForm | null;
  /** Reports for the year before of the agencies that merged into this one or were renamed to it. */
  predecessors?: readonly FilledForm[];
  /** Names of the API's enum AgencyKind. */
  agencyKind?: string | null;
  /** Names of the API's enum RegionLevel. */
  agencyLevel?: string | null;
  /** ISO date; wins over what the report itself says. */
  publishedOn?: string | null;
  /** Another report of the same agency, year and scope. */
  otherVersion?: FilledForm | null;
  /** For a report of the organ alone: the same agency's report of its region or system for the same year. */
  consolidated?: FilledForm | null;
  /** The nearest of another agency, and its own of last year. */
  alike?: readonly Alike[];
  /** For a consolidated report: the members of the roster that it adds up. */
  consolidation?: { members: readonly ConsolidatedMember[] } | null;
}

type CheckStatus = 'PASS' | 'FAIL' | 'NOT_ASSESSABLE';

export interface CheckResult {
  check: string;
  status: CheckStatus;
  /** Why it could not be assessed, or where it fails; null where it passes. */
  reason: Bilingual | null;
}

/** What a rule says of one report. */
export interface Ruling {
  results: readonly CheckResult[];
  findings: readonly Finding[];
}

/** One or several checks that are assessed together. */
export interface Rule {
  definitions: readonly CheckDefinition[];
  examples: Readonly<Record<string, CheckExamples>>;
  run: (form: FilledForm, context: CheckContext) => Ruling;
}

/** What a rule with one check answers; null where it does not apply to the report at all. */
export type Outcome =
  | { status: 'PASS'; findings?: readonly Finding[] }
  | { status: 'FAIL'; findings: readonly Finding[] }
  | { status: 'NOT_ASSESSABLE'; reason: Bilingual; findings?: readonly Finding[] }
  | null;

/** A rule with one check of its own. */
export const ruleOf = (
  definition: CheckDefinition,
  examples: CheckExamples,
  assess: (form: FilledForm, context: CheckContext) => Outcome,
): Rule => ({
  definitions: [definition],
  examples: { [definition.code]: examples },
  run: (form, context) => {
    const outcome = assess(form, context);
    if (outcome === null) return { results: [], findings: [] };
    const findings = outcome.findings ?? [];
    const reason =
      outcome.status === 'NOT_ASSESSABLE'
        ? outcome.reason
        : outcome.status === 'FAIL'
          ? (findings[0]?.message ?? null)
          : null;
    return { results: [{ check: definition.code, status: outcome.status, reason }], findings };
  },
});
