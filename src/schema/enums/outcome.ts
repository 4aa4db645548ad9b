import { outcomeCategories, outcomeRows, type OutcomeRow } from '../../format/outcomes.js';
import { forms } from '../../format/forms.js';
import type { Label, OutcomeCategory } from '../../format/form.js';
import { enumType } from './register.js';

/** （三） and its English rendering without the number: （三）不予公开 (Refused). */
const text = (zh: string, label: Label): string =>
  `${zh} (${label.en.replace(/^(\(\d+\)|\d+\.) /, '')})`;

const newest = forms.at(-1)?.blocks.flatMap((block) => block.rows) ?? [];

/** Number of the head over the row, then the row: （四）1.本机关不掌握相关政府信息. */
function rowText(row: OutcomeRow): string {
  const number = /^（.）/.exec(row.under.at(-1)?.zh ?? '')?.[0] ?? '';
  const printed = text(`${number}${row.label.zh}`, row.label);
  const isCurrent = newest.some((candidate) => candidate.key === row.key);
  return isCurrent
    ? printed
    : `${printed} as the single row of the 2019 edition; never one of the three rows above.`;
}

export const OutcomeCategoryEnum = enumType<OutcomeCategory>(
  'OutcomeCategory',
  'The six parts into which the form divides the results of a year, in printed order.',
  Object.fromEntries(
    [...outcomeCategories].map(([key, label]) => [key, text(label.zh, label)]),
  ) as Record<OutcomeCategory, string>,
);

export const OutcomeEnum = enumType<string>(
  'Outcome',
  'How a request was decided: the rows of the results of a year over all editions, in printed order.',
  Object.fromEntries(outcomeRows.map((row) => [row.key, rowText(row)])),
);
