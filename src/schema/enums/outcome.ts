import {
  outcomeCategories,
  outcomeLabel,
  outcomeRows,
  type OutcomeRow,
} from '../../format/outcomes.js';
import { forms } from '../../format/forms.js';
import type { OutcomeCategory } from '../../format/form.js';
import { enumType } from './register.js';

const newest = forms.at(-1)?.blocks.flatMap((block) => block.rows) ?? [];

const withoutNumber = (text: string): string => text.replace(/^(\(\d+\) |\d+\. )+/, '');

/** As printed, with the number of its part, then the English rendering without numbers. */
function rowText({ key, label }: OutcomeRow): string {
  const printed = `${outcomeLabel(key, 'ZH')} (${withoutNumber(label.en)})`;
  const isCurrent = newest.some((candidate) => candidate.key === key);
  return isCurrent
    ? printed
    : `${printed} as the single row of the 2019 edition; never one of the three rows above.`;
}

export const OutcomeCategoryEnum = enumType<OutcomeCategory>(
  'OutcomeCategory',
  'The six parts into which the form divides the results of a year, in printed order.',
  Object.fromEntries(
    [...outcomeCategories].map(([key, { zh, en }]) => [key, `${zh} (${withoutNumber(en)})`]),
  ) as Record<OutcomeCategory, string>,
);

export const OutcomeEnum = enumType<string>(
  'Outcome',
  'How a request was decided: the rows of the results of a year over all editions, in printed order.',
  Object.fromEntries(outcomeRows.map((row) => [row.key, rowText(row)])),
);
