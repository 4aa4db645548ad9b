import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import { funnelLimits } from './funnel-limits';
import type { FunnelPoint, FunnelProps } from './funnel-props';
import { useChart } from './use-chart';

use([LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const TEXT = '#4a5260';

const dots = (points: readonly FunnelPoint[]) =>
  points.map(({ name, denominator, ratio }) => ({ name, value: [denominator, 100 * ratio] }));

function optionOf({ points, overall, xName, yName }: FunnelProps) {
  const largest = Math.max(1, ...points.map(({ denominator }) => denominator));
  const { low, high } = funnelLimits(overall, largest);
  const limit = (data: [number, number][]) => ({
    type: 'line' as const,
    data,
    symbol: 'none',
    silent: true,
    lineStyle: { type: 'dashed' as const, color: '#98a0ad', width: 1 },
  });
  const axis = { type: 'value' as const, nameTextStyle: { color: TEXT }, scale: false };
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 32, bottom: 24, containLabel: true },
    tooltip: {
      formatter: ({ name, value }: { name: string; value: number[] }) =>
        `${name}: ${(value[1] ?? 0).toFixed(1)}% / ${value[0] ?? ''}`,
      renderMode: 'richText' as const,
    },
    xAxis: { ...axis, name: xName, nameLocation: 'middle' as const, nameGap: 24 },
    yAxis: { ...axis, name: yName, min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      limit(low),
      limit(high),
      {
        type: 'scatter' as const,
        data: dots(points.filter(({ chosen }) => !chosen)),
        symbolSize: 7,
        itemStyle: { color: '#6f8fbf' },
        markLine: {
          silent: true,
          symbol: 'none',
          data: [{ yAxis: 100 * overall }],
          label: { show: false },
          lineStyle: { color: '#98a0ad' },
        },
      },
      {
        type: 'scatter' as const,
        data: dots(points.filter(({ chosen }) => chosen)),
        symbol: 'diamond',
        symbolSize: 13,
        itemStyle: { color: '#b54708' },
        label: { show: true, position: 'right' as const, formatter: '{b}', color: TEXT },
      },
    ],
  };
}

/** Ratios against what they are a part of: what chance alone explains lies between the broken lines. */
export default function FunnelChart(props: FunnelProps) {
  const option = useMemo(() => optionOf(props), [props]);
  const container = useChart(option);
  return <div ref={container} className="chart" role="img" aria-label={props.label} />;
}
