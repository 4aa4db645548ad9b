import { Input } from 'antd';
import { SearchAgenciesDocument, type AgencyFilter, type SearchAgenciesQuery } from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { Pages } from '../parts/pages';
import { PlaceLink } from '../parts/place-link';
import { RegionChoice } from '../parts/region-choice';
import { useTitle } from '../parts/title';
import { useList } from '../state/list';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import type { Words } from '../words/zh';

import { SearchText } from './search-text';

const PAGE = 50;

type Agency = SearchAgenciesQuery['agencies']['nodes'][number];

const columnsOf = (words: Words): TableColumn<Agency>[] => [
  {
    key: 'name',
    title: words.name,
    value: ({ name }) => name,
    cell: ({ id, name }) => <PlaceLink to={`/agency/${id}`}>{name}</PlaceLink>,
  },
  { key: 'aliases', title: words.aliases, value: ({ aliases }) => aliases.join('、') },
  {
    key: 'region',
    title: words.region,
    value: ({ region }) => region?.fullName,
    cell: ({ region }) =>
      region ? (
        <PlaceLink to="/" with={{ region: region.code }}>
          {region.fullName}
        </PlaceLink>
      ) : (
        '—'
      ),
  },
  { key: 'level', title: words.level, value: ({ level }) => level && words.levels[level] },
  { key: 'kind', title: words.kind, value: ({ kind }) => words.kinds[kind] },
  {
    key: 'sectors',
    title: words.sector,
    value: ({ sectors }) =>
      sectors.map(({ zh, en }) => (words.language === 'ZH' ? zh : en)).join('、'),
  },
  { key: 'code', title: words.code, value: (agency) => agency.unifiedSocialCreditCode },
];

/** Agencies by a part of their name, alias or code. */
function SearchAgencies() {
  const { words, text, change } = useView();
  const search = text('q') ?? '';
  const region = text('region');
  const filter: AgencyFilter = {
    ...(search === '' ? {} : { search }),
    ...(region === null ? {} : { regions: [region] }),
  };
  const asked = search !== '' || region !== null;
  const variables = { filter, first: PAGE };
  const { answer, lines, total, next, broken } = useList(
    SearchAgenciesDocument,
    asked ? variables : null,
    ({ agencies }) => agencies,
  );
  const columns = columnsOf(words);
  return (
    <>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label className="filter long">
          <span>{words.searchPlaceholder}</span>
          <Input.Search
            key={search}
            allowClear
            defaultValue={search}
            aria-label={words.searchPlaceholder}
            onSearch={(value) => change({ q: value.trim(), after: null })}
          />
        </label>
        <label className="filter">
          <span>{words.region}</span>
          <RegionChoice
            code={region}
            name={region ?? undefined}
            onChoose={(code) => change({ region: code, after: null })}
          />
        </label>
      </form>
      {asked ? (
        <Answered answer={answer}>
          {() => (
            <>
              <div className="row">
                <p role="status">{words.resultCount(count(total, words))}</p>
                <Behind
                  id="agencies"
                  name="agencies"
                  document={SearchAgenciesDocument}
                  variables={variables}
                  data={lines}
                  table={() => plainTable(columns, lines)}
                  what={`${words.search} ${search}`}
                  basis=""
                />
              </div>
              <DataTable
                caption={words.agencies}
                columns={columns}
                lines={lines}
                keyOf={({ id }) => id}
              />
              <Pages total={total} next={next} here={lines.length} broken={broken} />
            </>
          )}
        </Answered>
      ) : (
        <p className="note">{words.searchHelp}</p>
      )}
    </>
  );
}

/** Agencies by their names, or reports by what stands in their text. */
export default function Search() {
  const { words, text } = useView();
  const inText = text('in') === 'text';
  useTitle(words.search);
  return (
    <>
      <h1>{words.search}</h1>
      <nav className="tabs" aria-label={words.search}>
        <PlaceLink to="/search" className={inText ? 'tab' : 'tab chosen'}>
          {words.agencies}
        </PlaceLink>
        <PlaceLink to="/search" with={{ in: 'text' }} className={inText ? 'tab chosen' : 'tab'}>
          {words.textOfReports}
        </PlaceLink>
      </nav>
      {inText ? <SearchText key={text('text')} /> : <SearchAgencies />}
    </>
  );
}
