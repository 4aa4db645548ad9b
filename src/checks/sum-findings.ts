import { addressKey } from '../format/form.js';
import type { CellAddress } from '../format/form.js';
import type { FilledCell, FilledForm, Finding } from '../format/report.js';
import { causeOf } from './causes.js';
import { addressOf, countOf } from './cells.js';
import { copiedRow, sourcesOf } from './copied-figures.js';
import type { Source } from './copied-figures.js';
import { diagnose } from './diagnose.js';
import type { CellChange, Diagnosis } from './diagnosis.js';
import type { Bilingual, CheckContext } from './definition.js';
import { chosenByLastYear } from './last-year.js';
import { faultOf } from './fault.js';
import { finding, inBoth, listed } from './finding.js';
import { operandsOf } from './relations.js';
import type { SumRelation } from './relations.js';
import { alsoBroken, relationSentence, repairWords } from './sum-words.js';
import { placeOf, tablePlace } from '../format/place.js';

/** The findings of one table: a finding for each cause, and one note for the blanks that were counted as zero. */
export const sumFindings = (
  relations: readonly SumRelation[],
  form: FilledForm,
  context: CheckContext,
): readonly Finding[] => {
  const sources = sourcesOf(form, context);
  const copied = copiedRow(relations, sources);
  const diagnoses = copied ? [copied] : diagnose(relations);
  return [
    ...diagnoses
      .map((diagnosis) => findingOf(chosenByLastYear(diagnosis, form, context), form, sources))
      .sort(byPrintedOrder(relations)),
    ...blankNote(relations),
  ];
};

/** The relation that gives the finding its code: the first that fails, in the order of the catalogue. */
const mainOf = (breaks: readonly SumRelation[]): SumRelation | undefined =>
  breaks.find((r) => r.state === 'FAILS') ?? breaks[0];

const findingOf = (diagnosis: Diagnosis, form: FilledForm, sources: readonly Source[]): Finding => {
  const main = mainOf(diagnosis.breaks);
  if (!main) throw new Error('a diagnosis that breaks nothing');
  const { alternatives } = diagnosis;
  const only = alternatives.length === 1 ? alternatives[0] : undefined;
  return finding({
    check: main.rule.check,
    severity: diagnosis.breaks.some((r) => r.state === 'FAILS') ? 'ERROR' : 'WARNING',
    message: messageOf(diagnosis, main, only),
    left: String(main.leftSum),
    right: String(main.rightSum),
    difference: String(main.leftSum - main.rightSum),
    breaks: diagnosis.breaks.map((r) => r.name),
    cells: suspects(diagnosis).map(addressOf),
    repair: (only ?? []).map(({ cell, by }) => ({
      ...addressOf(cell),
      to: String((countOf(cell) ?? 0) + by),
    })),
    fault: faultOf(suspects(diagnosis), form),
    cause: causeOf(diagnosis, sources),
  });
};

/** The cells among which the wrong ones are. */
const suspects = (diagnosis: Diagnosis): readonly FilledCell[] => {
  const changed = diagnosis.alternatives.flat().map((change) => change.cell);
  if (changed.length === 0) return operandsOf(diagnosis.breaks);
  return [...new Map(changed.map((cell) => [addressKey(cell), cell])).values()];
};

const messageOf = (
  diagnosis: Diagnosis,
  main: SumRelation,
  only: readonly CellChange[] | undefined,
): Bilingual => {
  const first = relationSentence(main);
  const shift = shiftWords(diagnosis);
  if (only?.length === 1) return first;
  const others = only ? { ZH: '', EN: '' } : alsoBroken(diagnosis.breaks.filter((r) => r !== main));
  const repair = only ? repairWords(only) : { ZH: '', EN: '' };
  return inBoth((l) => first[l] + shift[l] + others[l] + repair[l]);
};

const shiftWords = ({ shifted }: Diagnosis): Bilingual =>
  shifted
    ? { ZH: '各列数字可能错位。', EN: ' The figures seem to stand in the wrong columns.' }
    : { ZH: '', EN: '' };

const byPrintedOrder = (relations: readonly SumRelation[]) => {
  const place = new Map(relations.map((r, i) => [r.name, i]));
  const first = (f: Finding): number => Math.min(...f.breaks.map((b) => place.get(b) ?? Infinity));
  return (a: Finding, b: Finding): number => first(a) - first(b);
};

/** Where the stated cells alone balance, the blanks beside them stand for nothing: said once for a table. */
const blankNote = (relations: readonly SumRelation[]): readonly Finding[] => {
  const balanced = relations.filter((r) => r.state === 'HOLDS' && r.blanks.length > 0);
  const [first] = balanced;
  if (!first) return [];
  const doubted = new Set(
    relations
      .filter((r) => r.state === 'SHORT' || r.state === 'FAILS')
      .flatMap((r) => r.blanks)
      .map(addressKey),
  );
  const blanks = operandsOf(balanced).filter(
    (cell: FilledCell) =>
      balanced.some((r) => r.blanks.includes(cell)) && !doubted.has(addressKey(cell)),
  );
  if (blanks.length === 0) return [];
  return [
    finding({
      check: first.rule.check,
      severity: 'INFO',
      message: blankWords(first, blanks),
      cells: blanks.map(addressOf),
      cause: 'BLANK_FOR_ZERO',
    }),
  ];
};

const blankWords = (first: SumRelation, blanks: readonly CellAddress[]): Bilingual => {
  const table = tablePlace(first.table);
  const names = listed(blanks.map(placeOf), 4);
  return {
    ZH: `${table.ZH}：${names.ZH}为空；按未计入合计，各式仍平。`,
    EN: `${table.EN}: ${names.EN} blank; the sums hold without them.`,
  };
};
