import { forms } from './forms.js';
import type { Label, Language, OutcomeCategory, Row } from './form.js';

/** The ways in which a request may be decided, over all editions. */

export type OutcomeRow = Row & { category: OutcomeCategory };

const isOutcome = (row: Row): row is OutcomeRow => row.category !== undefined;

const newestFirst = [...forms].reverse();

/** Every outcome that any edition prints, in the printed order of the newest; rows of older ones alone come last. */
export const outcomeRows: readonly OutcomeRow[] = [
  ...new Map(
    newestFirst
      .flatMap((form) => form.blocks)
      .filter((block) => block.table === 'REQUESTS')
      .flatMap((block) => block.rows)
      .filter(isOutcome)
      .reverse()
      .map((row) => [row.key, row] as const),
  ).values(),
].sort((a, b) => rank(a.key) - rank(b.key));

/** Place in the printed order of the newest edition; after all of them where it is not printed there. */
function rank(key: string): number {
  const rows = newestFirst[0]?.blocks.find((block) => block.table === 'REQUESTS')?.rows ?? [];
  const place = rows.findIndex((row) => row.key === key);
  return place === -1 ? rows.length : place;
}

/** What the form prints over all of them. */
export const resultsHead: Label = outcomeRows[0]?.under[0] ?? { zh: '', en: '' };

/** A row that is a whole category prints its head itself, 部分公开 with a remark in brackets. */
const headOf = (row: OutcomeRow): Label => {
  const head = row.under.at(-1);
  if (row.key !== row.category && row.under.length > 1 && head) return head;
  return {
    zh: row.label.zh.replace(/(?<=.)（.{5,}）$/u, ''),
    en: row.label.en.replace(/ \([^()]{3,}\)$/u, ''),
  };
};

/** （一） to （六） with their labels, in printed order. */
export const outcomeCategories: ReadonlyMap<OutcomeCategory, Label> = new Map(
  outcomeRows.map((row) => [row.category, headOf(row)]),
);

const rowOf = (outcome: string): OutcomeRow | undefined =>
  outcomeRows.find((row) => row.key === outcome);

/** A row with the number of its part: （四）1.本机关不掌握相关政府信息, (4) 1. Not held by this organ. */
export function outcomeLabel(outcome: string, language: Language): string {
  const row = rowOf(outcome);
  if (!row) return outcome;
  const [label, head] =
    language === 'ZH' ? [row.label.zh, headOf(row).zh] : [row.label.en, headOf(row).en];
  if (row.under.length < 2) return label;
  const number = /^（.）|^\(\d\) /.exec(head)?.[0] ?? '';
  return `${number}${label}`;
}

export const categoryOf = (outcome: string): OutcomeCategory | null =>
  rowOf(outcome)?.category ?? null;
