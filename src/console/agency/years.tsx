import { rowLabel } from '../../format/cell-label.js';
import { Ratio } from '../parts/ratio';
import type { TableColumn } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { leastOf } from '../state/filter';
import type { View } from '../state/view';
import { categoryLabel } from '../words/labels';
import { count } from '../words/numbers';
import type { YearReport } from './ledger';

const graveFindings = ({ findings }: YearReport): number =>
  findings.filter(({ severity }) => severity === 'ERROR').length;

/** The columns of the reports of an agency, one a line. */
export function yearColumns(view: View): TableColumn<YearReport>[] {
  const { words } = view;
  const figure = (
    key: string,
    title: string,
    value: (report: YearReport) => number | null,
  ): TableColumn<YearReport> => ({
    key,
    title,
    value,
    cell: (report) => count(value(report), words),
    numeric: true,
  });
  const requests = (row: 'received' | 'carriedIn' | 'completed' | 'carriedOut') =>
    figure(row, rowLabel('REQUESTS', row, words.language), (report) => report.requests[row].total);
  const appeals = (
    row: 'reconsideration' | 'litigationDirect' | 'litigationAfterReconsideration',
  ) => figure(row, rowLabel('APPEALS', row, words.language), ({ appeals: a }) => a[row].total);
  return [
    {
      key: 'year',
      title: words.report,
      value: ({ year }) => year,
      cell: ({ id, year }) => <PlaceLink to={`/report/${id}`}>{year}</PlaceLink>,
    },
    { key: 'scope', title: words.scope, value: ({ scope }) => words.scopes[scope] },
    requests('received'),
    requests('carriedIn'),
    requests('completed'),
    requests('carriedOut'),
    {
      key: 'granted',
      title: categoryLabel('GRANTED', words.language),
      value: ({ granted }) => granted.value,
      cell: ({ granted }) => <Ratio ratio={granted} least={leastOf(view)} />,
    },
    appeals('reconsideration'),
    appeals('litigationDirect'),
    appeals('litigationAfterReconsideration'),
    figure('errors', words.severity.ERROR, graveFindings),
    { key: 'published', title: words.publishedOn, value: ({ publishedOn }) => publishedOn },
  ];
}
