import type { RatioFragment } from '../gql';
import { useView } from '../state/view';
import { count, percent } from '../words/numbers';

/** Denominators below it are said to be small. */
const SMALL = 30;

interface Props {
  readonly ratio: RatioFragment;
  /** Ratios of a smaller denominator are not shown. */
  readonly least?: number;
}

/** A ratio with its Wilson interval; one of a small denominator says so. */
export function Ratio({ ratio, least = 0 }: Props) {
  const { words } = useView();
  const { value, low, high, denominator } = ratio;
  if (value === null) return <span>—</span>;
  const of = Number(denominator ?? 0);
  const n = count(denominator, words);
  if (of < least) return <span className="small">{words.hiddenRatio(n)}</span>;
  const interval = low !== null && high !== null;
  return (
    <span className="ratio">
      <span className="number">{percent(value)}</span>
      {interval && (
        <span className="interval" title={words.interval}>
          {percent(low)}–{percent(high)}
        </span>
      )}
      {of < SMALL && <span className="small">{words.smallDenominator(n)}</span>}
    </span>
  );
}
