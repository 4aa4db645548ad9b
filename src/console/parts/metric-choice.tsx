import { Select } from 'antd';
import type { Metric } from '../gql';
import { useView, type View } from '../state/view';
import { isRate, metricLabel, metrics } from '../words/labels';

/** The figure that the address names, and what it is divided by. */
export function chosenMetric(
  { text }: View,
  fallback: Metric,
): { metric: Metric; per: Metric | null } {
  const named = (name: string) => metrics.find((each) => each === text(name));
  const metric = named('metric') ?? fallback;
  return { metric, per: isRate(metric) ? null : (named('per') ?? null) };
}

export const isShare = ({ metric, per }: { metric: Metric; per: Metric | null }): boolean =>
  per !== null || isRate(metric);

export function metricWords(chosen: { metric: Metric; per: Metric | null }, view: View): string {
  const { words } = view;
  const label = metricLabel(chosen.metric, words);
  return chosen.per === null ? label : `${label} / ${metricLabel(chosen.per, words)}`;
}

/** Chooses a figure and what to divide it by. */
export function MetricChoice({
  metric,
  per,
}: {
  readonly metric: Metric;
  readonly per: Metric | null;
}) {
  const { words, change } = useView();
  const options = metrics.map((value) => ({ value, label: metricLabel(value, words) }));
  return (
    <>
      <label className="filter">
        <span>{words.metric}</span>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          virtual={false}
          aria-label={words.metric}
          value={metric}
          options={options}
          onChange={(value) => change({ metric: value, after: null })}
        />
      </label>
      <label className="filter">
        <span>{words.per}</span>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          virtual={false}
          disabled={isRate(metric)}
          aria-label={words.per}
          value={per ?? ''}
          options={[
            { value: '', label: words.noPer },
            ...options.filter(({ value }) => !isRate(value)),
          ]}
          onChange={(value) => change({ per: value, after: null })}
        />
      </label>
    </>
  );
}
