import type { CellAddress } from '../../format/form.js';
import { rowLabel } from '../../format/cell-label.js';
import type { RatioFragment } from '../gql';
import { Ratio } from '../parts/ratio';
import { leastOf } from '../state/filter';
import { useView } from '../state/view';
import { categoryLabel } from '../words/labels';
import { difference, percent } from '../words/numbers';
import { Sum } from './sum';
import { cellOf, type YearTotal } from './total';

const total = (table: 'REQUESTS' | 'APPEALS', row: string): CellAddress => ({
  table,
  row,
  column: 'total',
});

const counted: readonly CellAddress[] = [
  total('REQUESTS', 'received'),
  total('REQUESTS', 'carriedIn'),
  total('REQUESTS', 'completed'),
  total('REQUESTS', 'carriedOut'),
  total('APPEALS', 'reconsideration'),
  total('APPEALS', 'litigationDirect'),
  total('APPEALS', 'litigationAfterReconsideration'),
];

interface Years {
  readonly now: YearTotal;
  readonly before: YearTotal | undefined;
}

const numberOf = (value: number | string | null): number | null =>
  value === null ? null : Number(value);

function CountCard({ now, before, address }: Years & { readonly address: CellAddress }) {
  const { words } = useView();
  const value = cellOf(now, address);
  const last = before ? cellOf(before, address) : null;
  return (
    <div className="card">
      <dt>{rowLabel(address.table, address.row, words.language)}</dt>
      <dd className="big">
        <Sum summed={address} value={value} />
      </dd>
      <dd className="beside">
        {words.lastYear}{' '}
        <Sum summed={address} value={last} at={{ year: before?.key.year ?? null }} />
        <span className="change">{difference(numberOf(value), numberOf(last), words)}</span>
      </dd>
    </div>
  );
}

interface RateProps {
  readonly label: string;
  readonly now: RatioFragment;
  readonly before: RatioFragment | undefined;
}

function RateCard({ label, now, before }: RateProps) {
  const view = useView();
  return (
    <div className="card">
      <dt>{label}</dt>
      <dd className="big">
        <Ratio ratio={now} least={leastOf(view)} />
      </dd>
      <dd className="beside">
        {view.words.lastYear} {percent(before?.value)}
      </dd>
    </div>
  );
}

/** The figures a reader looks for first, each with last year's. */
export function KeyFigures({ now, before }: Years) {
  const { words } = useView();
  const share = (category: 'GRANTED' | 'REFUSED' | 'UNABLE_TO_PROVIDE') =>
    `${categoryLabel(category, words.language)} · ${words.share}`;
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures">{words.keyFigures}</h2>
      <dl className="cards">
        {counted.map((address) => (
          <CountCard key={address.row} now={now} before={before} address={address} />
        ))}
        <RateCard label={share('GRANTED')} now={now.granted} before={before?.granted} />
        <RateCard label={share('REFUSED')} now={now.refused} before={before?.refused} />
        <RateCard
          label={share('UNABLE_TO_PROVIDE')}
          now={now.unableToProvide}
          before={before?.unableToProvide}
        />
        <RateCard
          label={words.rates['RECONSIDERATION_CORRECTION_RATE'] ?? ''}
          now={now.reconsiderationCorrected}
          before={before?.reconsiderationCorrected}
        />
        <RateCard
          label={words.rates['LITIGATION_CORRECTION_RATE'] ?? ''}
          now={now.litigationCorrected}
          before={before?.litigationCorrected}
        />
      </dl>
    </section>
  );
}
