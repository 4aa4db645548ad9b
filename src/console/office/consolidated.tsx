import { Alert } from 'antd';
import { cellLabel } from '../../format/cell-label.js';
import { ConsolidatedDocument, GivenByMembersDocument, type ConsolidatedQuery } from '../gql';
import { GivenDrawer } from '../overview/contributions';
import { readSum, Sum } from '../overview/sum';
import { cellOf, cellText } from '../overview/total';
import { TotalTables } from '../overview/total-tables';
import { everyCell } from '../overview/year-table';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { CoverageLine, coverageWords } from '../parts/coverage-line';
import { DataTable, type TableColumn } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { useAnswer } from '../state/answer';
import type { PlainTable } from '../state/table-text';
import { useView } from '../state/view';
import { count, difference } from '../words/numbers';
import type { Words } from '../words/zh';
import type { Place } from './place';

type Computed = NonNullable<ConsolidatedQuery['consolidation']>;
type Difference = Computed['differences'][number];

/** Reports of a page of contributions. */
const PAGE = 100;

/** Every cell of the form as it is added up, with the published figure where that is another. */
function wholeTable(computed: Computed, words: Words): PlainTable {
  const published = new Map(
    computed.differences.map((line) => [cellText(line), numberOf(line.published)]),
  );
  return {
    head: [words.cell, words.office.computed, words.office.publishedElse],
    rows: everyCell().map((address) => [
      cellLabel(address, words.language),
      cellOf(computed, address),
      published.get(cellText(address)) ?? null,
    ]),
  };
}

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

function useColumns(): TableColumn<Difference>[] {
  const { words } = useView();
  const { office } = words;
  const summedOf = ({ table, row, column }: Difference) => ({ table, row, column });
  return [
    {
      key: 'cell',
      title: words.cell,
      value: ({ zh, en }) => (words.language === 'ZH' ? zh : en),
    },
    {
      key: 'computed',
      title: office.computed,
      numeric: true,
      value: ({ computed }) => computed,
      cell: (line) => <Sum summed={summedOf(line)} value={line.computed} />,
    },
    {
      key: 'published',
      title: office.publishedFigure,
      numeric: true,
      value: ({ published }) => published,
      cell: ({ published }) => count(published, words),
    },
    {
      key: 'difference',
      title: office.gap,
      numeric: true,
      value: ({ computed, published }) =>
        computed === null || published === null ? null : Number(computed) - Number(published),
      cell: ({ computed, published }) => difference(numberOf(computed), numberOf(published), words),
    },
  ];
}

function Missing({ missing }: Pick<Computed, 'missing'>) {
  const { words } = useView();
  const { office } = words;
  if (missing === null) return <p className="note">{office.noRoster}</p>;
  if (missing.totalCount === 0) return <p>{office.nobodyMissing}</p>;
  return (
    <details open>
      <summary>{office.missingMembers(count(missing.totalCount, words))}</summary>
      <ul>
        {missing.nodes.map(({ id, name }) => (
          <li key={id}>
            <PlaceLink to={`/agency/${id}`}>{name}</PlaceLink>
          </li>
        ))}
      </ul>
      {missing.nodes.length < missing.totalCount && (
        <PlaceLink to="/office" keep with={{ tab: 'board', standings: 'MISSING' }}>
          {words.listAll}
        </PlaceLink>
      )}
    </details>
  );
}

function Against({ computed }: { readonly computed: Computed }) {
  const { words } = useView();
  const { office } = words;
  const columns = useColumns();
  const { published, differences } = computed;
  if (published === null) return <Alert type="info" title={office.nothingPublished} />;
  return (
    <>
      <p>
        <PlaceLink to={`/report/${published.id}`}>
          {office.publishedReport} {words.revision(published.revision)}
        </PlaceLink>
        {differences.length === 0 && <> · {office.noDifference}</>}
      </p>
      {differences.length > 0 && (
        <DataTable
          caption={office.differences(differences.length)}
          columns={columns}
          lines={differences}
          keyOf={({ zh }) => zh}
        />
      )}
    </>
  );
}

/** What the members' accepted and published reports add up to, beside what the government published. */
export function Consolidated({ place }: { readonly place: Place }) {
  const { words, text } = useView();
  const { office } = words;
  const answer = useAnswer(ConsolidatedDocument, { ...place });
  const summed = readSum(text('sum'));
  const cell = typeof summed === 'string' ? null : summed;
  const given = useAnswer(
    GivenByMembersDocument,
    cell && { ...place, ...cell, first: PAGE, after: text('from') },
  );
  return (
    <section aria-labelledby="consolidated">
      <h2 id="consolidated">{office.consolidated}</h2>
      <Answered answer={answer}>
        {({ consolidation }) =>
          consolidation === null ? (
            <p>{words.nothing}</p>
          ) : (
            <>
              <div className="row">
                <CoverageLine coverage={consolidation.coverage} />
                <Behind
                  id="consolidated"
                  name={`consolidation-${place.region}-${place.year}`}
                  document={ConsolidatedDocument}
                  variables={{ ...place }}
                  data={answer.data}
                  table={() => wholeTable(consolidation, words)}
                  what={`${consolidation.region.fullName} ${words.yearOf(place.year)}，${office.consolidated}`}
                  basis={coverageWords(consolidation.coverage, words).join(' · ')}
                />
              </div>
              <Missing missing={consolidation.missing} />
              <h3>{office.againstPublished}</h3>
              <Against computed={consolidation} />
              <TotalTables total={consolidation} />
            </>
          )
        }
      </Answered>
      <GivenDrawer
        summed={cell}
        answer={given}
        read={({ consolidation }) =>
          consolidation && {
            coverage: consolidation.coverage,
            given: consolidation.contributions,
          }
        }
      />
    </section>
  );
}
