import { init, type EChartsCoreOption, type ECharts } from 'echarts/core';
import { useEffect, useRef, type RefObject } from 'react';

/** Draws into an element, anew with every change and every new width. */
export function useChart(option: EChartsCoreOption): RefObject<HTMLDivElement | null> {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  useEffect(() => {
    if (!container.current) return undefined;
    const made = init(container.current, null, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(container.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, true), [option]);
  return container;
}
