import { Ratio } from '../parts/ratio';
import type { TableColumn } from '../parts/data-table';
import type { Metric } from '../gql';
import { categoryLabel } from '../words/labels';
import { count } from '../words/numbers';
import type { Words } from '../words/zh';
import { GroupLink, groupName, narrowerTo, type Broken, type Group } from './group-name';
import { Sum } from './sum';

interface Shown {
  readonly words: Words;
  readonly by: Broken;
  readonly chosenName: string;
  readonly share: boolean;
  readonly least: number;
  readonly most: number;
  /** Puts the table in the order of a figure. */
  readonly sortBy: (metric: Metric) => TableColumn<Group>['sort'];
  readonly sortByChosen: TableColumn<Group>['sort'];
}

function Chosen({ group, shown }: { readonly group: Group; readonly shown: Shown }) {
  const { value } = group.chosen;
  const width = `${(100 * Math.max(0, value ?? 0)) / shown.most}%`;
  const small = shown.share && Number(group.chosen.denominator ?? 0) < shown.least;
  return (
    <span className="ranked">
      {shown.share ? (
        <Ratio ratio={group.chosen} least={shown.least} />
      ) : (
        <span className="number">{count(value, shown.words)}</span>
      )}
      {!small && <span className="bar" style={{ width }} />}
    </span>
  );
}

/** The columns of the table of groups. */
export function breakdownColumns(shown: Shown): TableColumn<Group>[] {
  const { words, by } = shown;
  const figure = (
    key: string,
    title: string,
    value: (group: Group) => number | null | undefined,
    metric?: Metric,
  ): TableColumn<Group> => {
    const sort = metric === undefined ? undefined : shown.sortBy(metric);
    const cell = (group: Group) => {
      const at = narrowerTo(group, by);
      if (metric === undefined || at === null) return count(value(group), words);
      return <Sum summed={metric} value={value(group)} at={at} />;
    };
    return { key, title, value, cell, numeric: true, ...(sort ? { sort } : {}) };
  };
  const category = (name: 'GRANTED' | 'REFUSED' | 'UNABLE_TO_PROVIDE') =>
    categoryLabel(name, words.language);
  return [
    {
      key: 'group',
      title: words.group,
      value: (group) => groupName(group, by, words),
      cell: (group) => <GroupLink group={group} by={by} />,
    },
    {
      key: 'chosen',
      title: shown.chosenName,
      value: ({ chosen }) => chosen.value,
      cell: (group) => <Chosen group={group} shown={shown} />,
      ...(shown.sortByChosen ? { sort: shown.sortByChosen } : {}),
    },
    figure('reports', words.reports, ({ coverage }) => coverage.reports),
    figure('received', words.received, ({ received }) => received.value, 'REQUESTS_RECEIVED'),
    figure('completed', words.completed, ({ completed }) => completed.value, 'REQUESTS_COMPLETED'),
    figure('granted', category('GRANTED'), ({ granted }) => granted.value, 'OUTCOME_GRANTED'),
    figure('refused', category('REFUSED'), ({ refused }) => refused.value, 'OUTCOME_REFUSED'),
    figure(
      'unable',
      category('UNABLE_TO_PROVIDE'),
      ({ unable }) => unable.value,
      'OUTCOME_UNABLE_TO_PROVIDE',
    ),
    figure('errors', words.errors, ({ coverage }) => coverage.reportsWithErrors),
    figure('unstated', words.unstated, ({ coverage }) => coverage.unstatedCells),
  ];
}
