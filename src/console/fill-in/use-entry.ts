import { useMemo, useState } from 'react';
import { runChecks } from '../../checks/run.js';
import { addressKey } from '../../format/form.js';
import type { FilledForm } from '../../format/report.js';
import { SaveReportDocument, type FillInQuery, type ReportScope, type Severity } from '../gql';
import { useAct } from '../state/act';
import { useView } from '../state/view';
import { formOf, inputOf, open, typedOf, type Typed } from './figures';
import { useKept } from './kept';
import { addressesOf, type ToldFinding } from './told';

export interface Subject {
  readonly agency: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly scope: ReportScope;
}

type Stored = FillInQuery['now']['nodes'][number];

/** How far a report goes: judged by the server alone, saved, or handed in. */
export type How = 'CHECK' | 'DRAFT' | 'SUBMIT';

export interface Entry {
  readonly stored: Stored | null;
  readonly typed: Typed;
  /** Last year's figures. */
  readonly before: Typed;
  readonly findings: readonly ToldFinding[];
  readonly severities: ReadonlyMap<string, Severity>;
  /** How many cells are not filled in yet. */
  readonly left: number;
  /** Whether something is typed that is not saved, and whether the stored report changed since. */
  readonly unsaved: 'NO' | 'YES' | 'OVERTAKEN';
  readonly busy: boolean;
  /** What the last step came to. */
  readonly outcome: string | null;
  readonly type: (texts: Typed) => void;
  readonly drop: () => void;
  readonly send: (how: How, leader: string) => Promise<void>;
}

const ranks = { ERROR: 0, WARNING: 1, INFO: 2 } as const;

/** The findings of the checks of what has been typed; while cells are open, those alone whose cells are all typed. */
function findingsOf(form: FilledForm, previous: FilledForm | null, typed: Typed): ToldFinding[] {
  const unfinished = open(typed).length > 0;
  return runChecks(form, { previous })
    .findings.filter(
      ({ cells }) =>
        !unfinished || (cells.length > 0 && cells.every((cell) => typed.has(addressKey(cell)))),
    )
    .map(({ check, severity, message, left, right, cells }) => ({
      ...{ check, severity, left, right, cells },
      ...{ zh: message.ZH, en: message.EN },
    }))
    .sort((a, b) => ranks[a.severity] - ranks[b.severity]);
}

const EMPTY: Typed = new Map();

/** What is typed for a report, what the checks say of it, and the steps that can be taken with it. */
export function useEntry(
  { agency, year, scope }: Subject,
  answer: FillInQuery,
  onSaved: () => void,
): Entry {
  const { office } = useView().words;
  const [stored = null] = answer.now.nodes;
  const [lastYear = null] = answer.before.nodes;
  const [kept, keep] = useKept(`${agency.id} ${year} ${scope}`);
  const [answered, setAnswered] = useState<readonly ToldFinding[] | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const saving = useAct(SaveReportDocument);
  const version = stored?.life.version ?? null;
  const typed = useMemo(
    () => kept?.typed ?? (stored ? typedOf(stored.cells) : EMPTY),
    [kept, stored],
  );
  const before = useMemo(() => (lastYear ? typedOf(lastYear.cells) : EMPTY), [lastYear]);
  const found = useMemo(() => {
    const of = (each: Typed, reported: number): FilledForm =>
      formOf({ agency: agency.name, year: reported, scope }, each);
    return findingsOf(of(typed, year), lastYear ? of(before, year - 1) : null, typed);
  }, [agency.name, before, lastYear, scope, typed, year]);
  const findings = answered ?? found;

  const type = (texts: Typed): void => {
    const next = new Map(typed);
    for (const [key, text] of texts) {
      if (text === '') next.delete(key);
      else next.set(key, text);
    }
    keep({ typed: next, version: kept ? kept.version : version });
    setAnswered(null);
    setOutcome(null);
  };
  const send = async (how: How, leader: string): Promise<void> => {
    const result = await saving.run({
      ...{ agency: agency.id, year, scope, tables: inputOf(typed), dryRun: how === 'CHECK' },
      leader: how === 'SUBMIT' ? leader : null,
    });
    const told = result?.saveReport;
    if (!told) return;
    if (told.__typename === 'ReportRefusal') {
      setOutcome(`${told.code} ${told.message}`);
      return;
    }
    setAnswered(
      told.findings.map(({ cells, check, ...finding }) => ({
        ...finding,
        check: check.code,
        left: finding.left ?? null,
        right: finding.right ?? null,
        cells: addressesOf(cells),
      })),
    );
    if (how === 'CHECK') {
      setOutcome(office.checked);
      return;
    }
    const status = told.report?.status ?? '';
    const filed = office.filedAs[told.outcome] ?? told.outcome;
    setOutcome(`${filed} · ${office.statuses[status] ?? status}`);
    keep(null);
    onSaved();
  };

  return {
    ...{ stored, typed, before, findings, type, send },
    severities: new Map(
      [...findings]
        .reverse()
        .flatMap(({ cells, severity }) =>
          cells.map((cell) => [addressKey(cell), severity] as const),
        ),
    ),
    left: open(typed).length,
    unsaved: kept === null ? 'NO' : kept.version === version ? 'YES' : 'OVERTAKEN',
    busy: saving.busy,
    outcome: outcome ?? saving.error,
    drop: () => keep(null),
  };
}
