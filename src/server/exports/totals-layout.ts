import { layoutOf } from '../../export/layout/report-layout.js';
import { totalsForm } from '../../export/totals/totals-form.js';
import type { ReportFilterInput } from '../../rollup/shapes.js';
import { totals } from '../../rollup/totals.js';
import type { ApiContext } from '../../schema/context.js';
import { apiError } from '../errors.js';
import type { TotalsQuery } from './totals-query.js';

/** Formats in which a total is drawn as the official form. */
export const formFormats = ['xlsx', 'docx', 'html'] as const;
export type FormFormat = (typeof formFormats)[number];

/** @throws BAD_USER_INPUT where it is no single total of one edition */
export async function totalsLayout(
  format: FormFormat,
  { groupBy }: Pick<TotalsQuery, 'groupBy'>,
  filter: ReportFilterInput,
  { database, loaders }: ApiContext,
): Promise<Buffer> {
  if (groupBy.length > 0) throw refusal('The form holds a single total: leave groupBy out.');
  const question = { filter, groupBy, orderBy: null };
  const { items } = await totals(database, question, { first: 1, after: null });
  const [code, ...others] = filter.regions ?? [];
  const region = code !== undefined && others.length === 0 ? await loaders.region.load(code) : null;
  const [year = null, ...years] = filter.years ?? [];
  const name = filter.regions == null ? '全国' : (region?.fullName ?? '各地区');
  const [group] = items;
  const form = group && totalsForm(group.node, { name, year: years.length === 0 ? year : null });
  if (!form) {
    throw refusal('These reports are of both editions of the form: ask for years of one of them.');
  }
  return written(format, layoutOf(form));
}

async function written(format: FormFormat, layout: ReturnType<typeof layoutOf>): Promise<Buffer> {
  switch (format) {
    case 'xlsx':
      return (await import('../../export/write/xlsx.js')).reportXlsx(layout);
    case 'docx':
      return (await import('../../export/write/docx.js')).reportDocx(layout);
    case 'html':
      return Buffer.from((await import('../../export/write/html.js')).reportHtml(layout));
  }
}

const refusal = (message: string) => apiError('BAD_USER_INPUT', message);
