import { LineChart as Lines } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useMemo } from 'react';
import type { ChartProps } from './chart-props';
import { useChart } from './use-chart';

use([Lines, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const COLOURS = ['#1f5fbf', '#b54708', '#2f7d4f', '#8a3ffc', '#b42318', '#5c6470'];
const TEXT = '#4a5260';

/** Years in which form or law changed, marked by a broken line. */
const breakLines = (breaks: readonly number[]) => ({
  silent: true,
  symbol: 'none',
  label: { formatter: '{b}', color: TEXT, position: 'insideEndTop' as const, fontSize: 10 },
  lineStyle: { type: 'dashed' as const, color: '#98a0ad' },
  data: breaks.map((year) => ({ xAxis: String(year), name: String(year) })),
});

function optionOf({ years, series, breaks, percent }: ChartProps) {
  const shown = breaks.filter((year) => years.includes(year));
  return {
    animation: false,
    color: COLOURS,
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: { color: TEXT } },
    tooltip: { trigger: 'axis' as const },
    xAxis: { type: 'category' as const, data: years.map(String), axisLabel: { color: TEXT } },
    yAxis: {
      type: 'value' as const,
      axisLabel: { color: TEXT, formatter: percent ? '{value}%' : '{value}' },
    },
    series: series.map(({ name, values }, i) => ({
      type: 'line' as const,
      name,
      data: values.map((value) => (value === null ? '-' : value)),
      symbolSize: 7,
      symbol: (['circle', 'rect', 'triangle', 'diamond'] as const)[i % 4] ?? 'circle',
      ...(i === 0 ? { markLine: breakLines(shown) } : {}),
    })),
  };
}

/** Lines over the years; its data stand in a table beside it. */
export default function LineChart(props: ChartProps) {
  const option = useMemo(() => optionOf(props), [props]);
  const container = useChart(option);
  return <div ref={container} className="chart" role="img" aria-label={props.label} />;
}
