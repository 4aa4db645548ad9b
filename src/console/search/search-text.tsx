import { Button, Input } from 'antd';
import { useState } from 'react';
import { SearchTextDocument, type ReportFilter, type SearchTextQuery } from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { RegionChoice } from '../parts/region-choice';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';
import { count, day } from '../words/numbers';
import type { Words } from '../words/zh';

const PAGE = 30;
/** A word of one character stands in nearly every report. */
const SHORTEST = 2;

type Hit = SearchTextQuery['searchText']['hits'][number];

/** A sentence with what was looked for marked. */
function Marked({ sentence, text }: { readonly sentence: string; readonly text: string }) {
  return sentence.split(text).map((part, i) => (
    <span key={i}>
      {i > 0 && <mark>{text}</mark>}
      {part}
    </span>
  ));
}

const columnsOf = (words: Words, text: string): TableColumn<Hit>[] => [
  {
    key: 'agency',
    title: words.agency,
    value: ({ report }) => report.agency.name,
    cell: ({ report }) => (
      <PlaceLink to={`/report/${report.id}`}>
        {report.agency.name} {words.yearOf(report.year)}
      </PlaceLink>
    ),
  },
  { key: 'region', title: words.region, value: ({ report }) => report.region?.fullName },
  {
    key: 'published',
    title: words.publishedOn,
    value: ({ report }) => (report.publishedOn ? day(report.publishedOn) : null),
  },
  { key: 'section', title: words.section, value: ({ heading }) => heading },
  {
    key: 'sentence',
    title: words.sentence,
    value: ({ sentence }) => sentence,
    cell: ({ sentence }) => <Marked sentence={sentence} text={text} />,
  },
];

/** Reports by a text that stands in their sections, with the sentence. */
export function SearchText() {
  const { words, text, change } = useView();
  const sought = text('text') ?? '';
  const region = text('region');
  const year = Number(text('year') ?? '');
  const [typed, setTyped] = useState(sought);
  const filter: ReportFilter = {
    ...(region === null ? {} : { regions: [region] }),
    ...(year > 0 ? { years: [year] } : {}),
  };
  const variables = { text: sought, filter, first: PAGE, after: text('after') };
  const answer = useAnswer(SearchTextDocument, sought.length < SHORTEST ? null : variables);
  const columns = columnsOf(words, sought);
  const search = () => change({ text: typed.trim(), after: null });
  return (
    <>
      <form
        className="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <label className="filter long">
          <span>{words.textPlaceholder}</span>
          <Input.Search
            allowClear
            value={typed}
            maxLength={50}
            aria-label={words.textPlaceholder}
            onChange={({ target }) => setTyped(target.value)}
            onSearch={search}
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
        <label className="filter">
          <span>{words.year}</span>
          <Input
            inputMode="numeric"
            aria-label={words.year}
            defaultValue={year > 0 ? year : ''}
            onBlur={({ target }) => change({ year: target.value.trim(), after: null })}
          />
        </label>
      </form>
      {sought.length < SHORTEST ? (
        <p className="note">{words.textHelp}</p>
      ) : (
        <Answered answer={answer}>
          {({ searchText: { hits, searched, next } }) => (
            <>
              <div className="row">
                <p role="status">{words.textFound(hits.length, count(searched, words))}</p>
                <Behind
                  id="sentences"
                  name="sentences"
                  document={SearchTextDocument}
                  variables={variables}
                  data={answer.data}
                  table={() => plainTable(columns, hits)}
                  what={`${words.search} ${sought}`}
                  basis=""
                />
              </div>
              <DataTable
                caption={words.sentences}
                columns={columns}
                lines={hits}
                keyOf={({ report, ordinal, sentence }) => `${report.id} ${ordinal} ${sentence}`}
              />
              {next !== null && (
                <Button onClick={() => change({ after: next })}>{words.searchOn}</Button>
              )}
            </>
          )}
        </Answered>
      )}
    </>
  );
}
