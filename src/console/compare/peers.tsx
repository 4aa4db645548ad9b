import { Funnel } from '../charts/chart';
import { PeersDocument, type PeersQuery } from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { chosenMetric, isShare, metricWords } from '../parts/metric-choice';
import { PlaceLink } from '../parts/place-link';
import { Ratio } from '../parts/ratio';
import { useAnswer } from '../state/answer';
import { leastOf } from '../state/filter';
import { useView } from '../state/view';
import { metricLabel } from '../words/labels';
import { count, percent } from '../words/numbers';
import type { Compared } from './items';
import { peersOf } from './peer-group';
import { placeOf, spreadOf } from './spread';

type Peer = PeersQuery['totals']['nodes'][number];

/** A share of a denominator below the least is left out of the ranking. */
const counts = ({ chosen }: Peer, share: boolean, least: number): boolean =>
  chosen.value !== null && (!share || Number(chosen.denominator ?? 0) >= Math.max(1, least));

/** An agency among those of its level, sector and province. */
export function Peers({ compared }: { readonly compared: Compared }) {
  const view = useView();
  const { words } = view;
  const chosen = chosenMetric(view, 'REQUESTS_RECEIVED');
  const share = isShare(chosen);
  const least = leastOf(view);
  const group = peersOf(compared, chosen);
  const answer = useAnswer(PeersDocument, group.variables);
  if (group.variables === null) return null;
  const label = metricWords(chosen, view);
  const shown = (value: number) =>
    share ? percent(value) : count(Math.round(10 * value) / 10, words);
  const sector = (words.language === 'ZH' ? group.sector?.zh : group.sector?.en) ?? '';
  const title = words.peersOf(group.place, sector, group.year ?? 0);
  const columns: TableColumn<Peer>[] = [
    {
      key: 'agency',
      title: words.agencyPage,
      value: ({ key }) => key.agency?.name,
      cell: ({ key }) =>
        key.agency ? (
          <PlaceLink to={`/agency/${key.agency.id}`}>{key.agency.name}</PlaceLink>
        ) : (
          words.noValue
        ),
    },
    {
      key: 'value',
      title: label,
      value: ({ chosen: { value } }) => value,
      cell: (peer) =>
        share ? <Ratio ratio={peer.chosen} least={least} /> : count(peer.chosen.value, words),
      numeric: true,
    },
    {
      key: 'errors',
      title: words.errors,
      value: ({ coverage }) => coverage.reportsWithErrors,
      numeric: true,
    },
  ];
  return (
    <section aria-labelledby={`peers-${compared.item.id}`}>
      <h2 id={`peers-${compared.item.id}`}>
        {compared.name} · {words.peers}
      </h2>
      <Answered answer={answer}>
        {({ totals }) => {
          const ranked = totals.nodes
            .filter((peer) => counts(peer, share, least))
            .sort((a, b) => (b.chosen.value ?? 0) - (a.chosen.value ?? 0));
          const values = ranked.map((peer) => peer.chosen.value ?? 0);
          const spread = spreadOf(values);
          const own = ranked.find(({ key }) => key.agency?.id === compared.item.id);
          const sum = (part: 'numerator' | 'denominator') =>
            ranked.reduce((total, peer) => total + Number(peer.chosen[part] ?? 0), 0);
          return (
            <>
              <p>
                {title}{' '}
                {spread &&
                  words.spread(
                    spread.n,
                    shown(spread.median),
                    shown(spread.low),
                    shown(spread.high),
                  )}{' '}
                {own && words.placed(placeOf(own.chosen.value ?? 0, values))}
              </p>
              {share && (
                <figure>
                  <figcaption>{words.funnel}</figcaption>
                  <Funnel
                    label={words.funnelOf(label)}
                    xName={metricLabel(chosen.per ?? chosen.metric, words)}
                    yName={label}
                    overall={sum('numerator') / Math.max(1, sum('denominator'))}
                    points={ranked.map(({ key, chosen: { value, denominator } }) => ({
                      name: key.agency?.name ?? '',
                      denominator: Number(denominator ?? 0),
                      ratio: value ?? 0,
                      chosen: key.agency?.id === compared.item.id,
                    }))}
                  />
                </figure>
              )}
              <Behind
                id={`peers-${compared.item.id}`}
                name="peers"
                document={PeersDocument}
                variables={group.variables ?? {}}
                data={answer.data}
                table={() => plainTable(columns, ranked)}
                what={`${title} ${label}`}
                basis=""
              />
              <DataTable caption={label} columns={columns} lines={ranked} keyOf={({ id }) => id} />
            </>
          );
        }}
      </Answered>
    </section>
  );
}
