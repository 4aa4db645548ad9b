import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ChartProps } from './chart-props';

const LineChart = lazy(() => import('./line-chart'));

/** Pixels before a chart comes into sight at which it is drawn. */
const AHEAD = '200px';

/** A chart; the library that draws it is loaded when the first one comes into sight. */
export function Chart(props: ChartProps) {
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
      {near && (
        <Suspense fallback={null}>
          <LineChart {...props} />
        </Suspense>
      )}
    </div>
  );
}
