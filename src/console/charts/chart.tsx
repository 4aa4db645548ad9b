import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import type { ChartProps } from './chart-props';
import type { FunnelProps } from './funnel-props';

const LineChart = lazy(() => import('./line-chart'));
const FunnelChart = lazy(() => import('./funnel-chart'));

/** Pixels before a chart comes into sight at which it is drawn. */
const AHEAD = '200px';

/** The library that draws charts is loaded when the first one comes into sight. */
function InSight({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place} className="chart">
      {near && <Suspense fallback={null}>{children}</Suspense>}
    </div>
  );
}

/** Lines over the years. */
export function Chart(props: ChartProps) {
  return (
    <InSight>
      <LineChart {...props} />
    </InSight>
  );
}

/** Ratios against their denominators. */
export function Funnel(props: FunnelProps) {
  return (
    <InSight>
      <FunnelChart {...props} />
    </InSight>
  );
}
