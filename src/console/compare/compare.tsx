import { useApolloClient } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { CompareDocument, type CompareQueryVariables } from '../gql';
import { Waiting } from '../parts/answered';
import { MetricChoice, chosenMetric, isShare, metricWords } from '../parts/metric-choice';
import { RegionChoice } from '../parts/region-choice';
import { useTitle } from '../parts/title';
import { useView } from '../state/view';
import { AgencyChoice } from './agency-choice';
import { MOST_ITEMS, readItems, type Compared, type Item } from './items';
import { Peers } from './peers';
import { SideBySide } from './side-by-side';

const questionOf = (
  { kind, id }: Item,
  chosen: ReturnType<typeof chosenMetric>,
): CompareQueryVariables => ({
  filter: kind === 'r' ? { regions: [id] } : { agencies: [id] },
  ...chosen,
  region: kind === 'r' ? id : '000000',
  agency: id,
  isRegion: kind === 'r',
});

/** Asks for every item; answers that are known are not asked for again. */
function useCompared(items: readonly Item[], chosen: ReturnType<typeof chosenMetric>) {
  const client = useApolloClient();
  const [found, setFound] = useState<readonly Compared[]>([]);
  const [answered, setAnswered] = useState('');
  const [error, setError] = useState<string | null>(null);
  const asked = JSON.stringify([items, chosen]);
  useEffect(() => {
    let isWanted = true;
    const [all, figure] = JSON.parse(asked) as [Item[], typeof chosen];
    const answers = all.map(async (item): Promise<Compared[]> => {
      const variables = questionOf(item, figure);
      const { data } = await client.query({ query: CompareDocument, variables });
      if (!data) return [];
      const name = data.region?.fullName ?? data.agency?.name ?? item.id;
      return [{ item, name, variables, data }];
    });
    Promise.all(answers).then(
      (compared) => {
        if (!isWanted) return;
        setError(null);
        setFound(compared.flat());
        setAnswered(asked);
      },
      (reason: unknown) => isWanted && setError(String(reason)),
    );
    return () => {
      isWanted = false;
    };
  }, [asked, client]);
  return { found, error, waiting: answered !== asked && error === null };
}

/** Any regions and agencies over the years, side by side. */
export default function Compare() {
  const view = useView();
  const { words, list, change } = view;
  const items = readItems(list('items'));
  const chosen = chosenMetric(view, 'REQUESTS_RECEIVED');
  const { found, error, waiting } = useCompared(items, chosen);
  useTitle(words.compare);
  const add = (key: string) => change({ items: [...items.map((item) => item.key), key] });
  const without = (key: string) =>
    change({ items: items.map((item) => item.key).filter((each) => each !== key) });
  return (
    <>
      <h1>{words.compare}</h1>
      <div className="filters">
        <label className="filter">
          <span>{words.addRegion}</span>
          <RegionChoice code={null} name={undefined} onChoose={(code) => add(`r.${code}`)} />
        </label>
        <label className="filter">
          <span>{words.addAgency}</span>
          <AgencyChoice onChoose={(id) => add(`a.${id}`)} />
        </label>
        <MetricChoice {...chosen} />
      </div>
      <p className="actions">
        {found.map(({ item, name }) => (
          <Button
            key={item.key}
            size="small"
            aria-label={words.remove(name)}
            onClick={() => without(item.key)}
          >
            {name} ×
          </Button>
        ))}
      </p>
      {items.length < 2 && <p className="note">{words.compareHelp}</p>}
      {items.length >= MOST_ITEMS && <p className="note">{words.mostItems(MOST_ITEMS)}</p>}
      {error !== null && <Alert type="error" title={words.failed} description={error} />}
      {waiting && found.length === 0 && <Waiting />}
      {found.length > 0 && (
        <SideBySide
          metric={chosen.metric}
          compared={found}
          label={metricWords(chosen, view)}
          share={isShare(chosen)}
        />
      )}
      {found
        .filter(({ item }) => item.kind === 'a')
        .map((each) => (
          <Peers key={each.item.key} compared={each} />
        ))}
    </>
  );
}
