import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Alike } from '../../checks/definition.js';
import { runChecks } from '../../checks/run.js';
import type { ReportStatus } from '../../entities/vocabulary.js';
import type { FilledForm, Finding } from '../../format/report.js';
import { checkContexts, judgedForm } from '../check-context.js';
import type { KnownContext } from '../check-context.js';
import type { KnownDocument } from '../document-of.js';
import { filingFindings } from '../filing-finding.js';
import { AlikeAmong } from '../likeness/alike-among.js';
import { keyText } from '../report-input.js';
import type { ReportInput } from '../report-input.js';

/** A report whose agency is known, with what the registry found. */
export interface PlacedDocument extends KnownDocument {
  agencyId: string;
  ofRegistry: Finding | null;
}

/** Reports come behind those that they are held against: the year before, and the consolidated ones of their year. */
export const inJudgedOrder = (a: PlacedDocument, b: PlacedDocument): number =>
  a.year - b.year || Number(a.scope === 'ORGAN') - Number(b.scope === 'ORGAN');

/** Reports that are judged before others get their turn: connections are answered in time. */
const TURN = 20;

/**
 * Runs the checks of reports that are filed together, each held against those of the database and those before it.
 * @param documents in the order of `inJudgedOrder`
 */
export const judgeBatch = async (
  manager: EntityManager,
  documents: readonly PlacedDocument[],
  status: ReportStatus,
): Promise<ReportInput[]> => {
  const contexts = await checkContexts(manager, documents);
  const standing = new Standing();
  const among = new AlikeAmong();
  const inputs: ReportInput[] = [];
  for (const [i, document] of documents.entries()) {
    if (i % TURN === 0) await setImmediate();
    const known = contexts[i];
    if (!known) throw new Error('no context for an agency that was just locked');
    const { form, year, scope, manifest, publishedOn, agencyId } = document;
    const alike = among.add({ ...document, agency: known.agencyName ?? document.agency });
    const context = {
      ...standing.over(known.context, document),
      alike: nearest(known.context.alike ?? [], alike, document),
    };
    // Of one that is not published it has to be asked whether it stands: that is done once it is stored.
    if (status === 'PUBLISHED') standing.add(document);
    const agencyKind = known.context.agencyKind ?? null;
    inputs.push({
      ...{ form, agencyId, year, scope, status, publishedOn, source: null, sample: false },
      ...runChecks(judgedForm(form, { year, scope }, known), context),
      filingFindings: [
        ...(document.ofRegistry ? [document.ofRegistry] : []),
        ...filingFindings(form, { year, scope, manifest, agencyKind }),
      ],
    });
  }
  return inputs;
};

/** Of the database and of the batch: the nearest of other agencies, and its own of last year. */
const nearest = (
  stored: readonly Alike[],
  among: readonly Alike[],
  { year, agency }: PlacedDocument,
): Alike[] => {
  const isOwn = (alike: Alike): boolean => alike.agency === agency && alike.year === year - 1;
  const others = [...stored, ...among].filter((alike) => !isOwn(alike));
  const own = [...among, ...stored].filter(isOwn);
  return [
    ...others.toSorted((a, b) => b.similarity - a.similarity).slice(0, 1),
    ...own.slice(0, 1),
  ];
};

/** The reports of the batch that stand so far. */
class Standing {
  readonly #forms = new Map<string, FilledForm>();
  readonly #consolidated = new Map<string, FilledForm>();

  add({ form, agencyId, year, scope }: PlacedDocument): void {
    this.#forms.set(keyText({ agencyId, year, scope }), form);
    if (scope !== 'ORGAN') this.#consolidated.set(`${agencyId}/${year}`, form);
  }

  /** The context with what the batch adds to it. */
  over(context: KnownContext['context'], of: PlacedDocument): KnownContext['context'] {
    const { agencyId, year, scope } = of;
    const before = this.#forms.get(keyText({ agencyId, year: year - 1, scope }));
    const other = this.#forms.get(keyText(of));
    const whole = scope === 'ORGAN' ? this.#consolidated.get(`${agencyId}/${year}`) : undefined;
    return {
      ...context,
      ...(before ? { previous: { ...before, year: year - 1, scope } } : {}),
      ...(other ? { otherVersion: { ...other, year, scope } } : {}),
      ...(whole ? { consolidated: { ...whole, year, scope } } : {}),
    };
  }
}
