import { Alert } from 'antd';
import { OverviewDocument, type OverviewQuery } from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { CoverageLine, coverageWords } from '../parts/coverage-line';
import { PlaceLink } from '../parts/place-link';
import { useTitle } from '../parts/title';
import { useAnswer } from '../state/answer';
import { COUNTRY, EXAMPLE, filterOf, regionOf } from '../state/filter';
import { useView } from '../state/view';
import { Applicants } from './applicants';
import { Breakdown } from './breakdown';
import { Contributions } from './contributions';
import { Filters } from './filters';
import { KeyFigures } from './key-figures';
import { Outcomes } from './outcomes';
import { yearTable } from './year-table';
import { TotalTables } from './total-tables';
import { Trend } from './trend';

/** True where the country has next to nothing, but the synthetic province is there to be looked at. */
const isNearlyEmpty = ({ totals, example }: OverviewQuery, region: string): boolean =>
  region === COUNTRY &&
  totals.nodes.every(({ coverage }) => coverage.reports < 10) &&
  (example?.agencies.nodes.length ?? 0) > 0;

/** A region in a year: its key figures, how requests were decided, and the total broken into groups. */
export function Overview() {
  const view = useView();
  const { words, text } = view;
  const region = regionOf(view);
  const filter = filterOf(view);
  const variables = { region, filter };
  const answer = useAnswer(OverviewDocument, variables);
  const totals = answer.data?.totals.nodes ?? [];
  const years = totals.map(({ key }) => key.year ?? 0);
  const asked = Number(text('year'));
  const year = asked > 0 ? asked : (years.at(-1) ?? null);
  const place = answer.data?.region ?? null;
  const what = [place?.fullName, year === null ? '' : words.yearOf(year)].join(' ');
  useTitle(place ? what : words.overview);
  return (
    <>
      {place && (
        <nav className="path" aria-label={words.region}>
          {place.ancestors.map(({ code, name }) => (
            <PlaceLink key={code} to="/" keep with={{ region: code, after: null, sum: null }}>
              {name}
            </PlaceLink>
          ))}
          <span aria-current="page">{place.name}</span>
        </nav>
      )}
      <h1>{place ? what : words.overview}</h1>
      <Filters years={years} year={year} regionName={place?.fullName} />
      <Answered answer={answer}>
        {(data) => {
          if (!data.region) return <Alert type="warning" title={words.notFoundRegion} />;
          const now = data.totals.nodes.find(({ key }) => key.year === year);
          const before = data.totals.nodes.find(({ key }) => key.year === (year ?? 0) - 1);
          const ofYear = { ...filter, years: [year ?? 0] };
          return (
            <>
              {data.region.fictional && <p className="note">{words.fictional}</p>}
              {isNearlyEmpty(data, region) && (
                <p className="note">
                  {words.tryExample}{' '}
                  <PlaceLink to="/" with={{ region: EXAMPLE }}>
                    {words.goExample}
                  </PlaceLink>
                </p>
              )}
              {now ? (
                <>
                  <div className="row">
                    <CoverageLine coverage={now.coverage} />
                    <Behind
                      id="year"
                      name={`${region}-${year ?? ''}`}
                      document={OverviewDocument}
                      variables={variables}
                      data={data}
                      table={() => yearTable(now, before, words)}
                      what={what}
                      basis={coverageWords(now.coverage, words).join(' · ')}
                    />
                  </div>
                  <KeyFigures now={now} before={before} />
                  <Outcomes now={now} before={before} />
                  <Applicants now={now} before={before} />
                  <Trend totals={data.totals.nodes} />
                  <Breakdown filter={ofYear} what={what} />
                  <TotalTables total={now} />
                  <Contributions filter={ofYear} />
                </>
              ) : (
                <p>{words.nothing}</p>
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}
