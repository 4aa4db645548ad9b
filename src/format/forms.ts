import { edition2019 } from './edition-2019.js';
import { edition2021 } from './edition-2021.js';
import type { Block, Edition, Form, TableName } from './form.js';

/** Every edition, oldest first. A new edition is a new file and a line here. */
export const forms: readonly Form[] = [edition2019, edition2021];

export const formOf = (edition: Edition): Form => {
  const form = forms.find((f) => f.edition === edition);
  if (!form) throw new Error(`no form of edition ${edition}`);
  return form;
};

/** The edition prescribed for a report year; years before 2019 have none and get the oldest. */
export const editionOfYear = (year: number): Edition =>
  (forms.find((f) => year >= f.years.from && year <= (f.years.to ?? Infinity)) ?? edition2019)
    .edition;

const tables: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

const blocks: ReadonlyMap<string, readonly Block[]> = new Map(
  forms.flatMap((form) =>
    tables.map((table) => [
      `${form.edition}/${table}`,
      form.blocks.filter((block) => block.table === table),
    ]),
  ),
);

export const blocksOf = (edition: Edition, table: TableName): readonly Block[] =>
  blocks.get(`${edition}/${table}`) ?? [];
