import { Segmented, Select } from 'antd';
import { BreakdownDocument, type Metric, type ReportFilter, type TotalOrder } from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { ColumnsChoice, shownColumns } from '../parts/columns-choice';
import { DataTable, plainTable } from '../parts/data-table';
import { chosenMetric, isShare, MetricChoice, metricWords } from '../parts/metric-choice';
import { Pages } from '../parts/pages';
import { leastOf } from '../state/filter';
import { useList } from '../state/list';
import { useView } from '../state/view';
import { breakdownColumns } from './breakdown-columns';
import { dimensionName, dimensions, type Broken } from './group-name';

const PAGE = 50;

interface Props {
  /** Of one year. */
  readonly filter: ReportFilter;
  readonly what: string;
}

/** The total broken into groups, ranked by any figure; each group leads to what lies beneath it. */
export function Breakdown({ filter, what }: Props) {
  const view = useView();
  const { words, text, list, change } = view;
  const by: Broken = dimensions.find((each) => each === text('by')) ?? 'CHILD_REGION';
  const chosen = chosenMetric(view, 'REQUESTS_RECEIVED');
  const share = isShare(chosen);
  const least = share ? leastOf(view) : 0;
  const order = text('order') ?? 'largest';
  const orderBy: TotalOrder | null =
    order === 'listed'
      ? null
      : { ...chosen, descending: order === 'largest', minimumDenominator: least };
  const variables = {
    filter,
    groupBy: [by],
    ...chosen,
    orderBy,
    first: PAGE,
  };
  const { answer, lines, total, next, broken } = useList(
    BreakdownDocument,
    variables,
    ({ totals }) => totals,
  );
  const turned = order === 'largest' ? 'smallest' : 'largest';
  const sorted = order === 'listed' ? null : order === 'largest' ? 'descending' : 'ascending';
  const sortBy = (metric: Metric) => {
    const isChosen = chosen.metric === metric && chosen.per === null;
    const turn = () => change({ metric, per: null, order: isChosen ? turned : null, after: null });
    return { sorted: isChosen ? sorted : null, turn } as const;
  };
  const sortByChosen = { sorted, turn: () => change({ order: turned, after: null }) } as const;
  return (
    <section aria-labelledby="drill">
      <h2 id="drill">{words.drill}</h2>
      <div className="filters">
        <Segmented
          aria-label={words.drill}
          value={by}
          options={dimensions.map((value) => ({ value, label: dimensionName(value, words) }))}
          onChange={(value) => change({ by: value, after: null })}
        />
        <MetricChoice {...chosen} />
        <label className="filter">
          <span>{words.order}</span>
          <Select
            virtual={false}
            aria-label={words.order}
            value={order}
            options={[
              { value: 'largest', label: words.largest },
              { value: 'smallest', label: words.smallest },
              { value: 'listed', label: words.inOrder },
            ]}
            onChange={(value) => change({ order: value === 'largest' ? null : value, after: null })}
          />
        </label>
      </div>
      <Answered answer={answer}>
        {() => {
          const most = lines.reduce((max, { chosen }) => Math.max(max, chosen.value ?? 0), 0) || 1;
          const chosenName = metricWords(chosen, view);
          const all = { words, by, chosenName, share, least, most, sortBy, sortByChosen };
          const every = breakdownColumns(all);
          const columns = shownColumns(every, list('hide'));
          return (
            <>
              <div className="row">
                <ColumnsChoice columns={every} />
                <Behind
                  id="drill"
                  name="groups"
                  document={BreakdownDocument}
                  variables={variables}
                  data={lines}
                  table={() => plainTable(columns, lines)}
                  what={`${what}，${dimensionName(by, words)}，${chosenName}`}
                  basis=""
                />
              </div>
              {by === 'SECTOR' && <p className="note">{words.sectorWarning}</p>}
              <DataTable
                caption={`${dimensionName(by, words)} · ${chosenName}`}
                columns={columns}
                lines={lines}
                keyOf={({ id }) => id}
              />
              <Pages total={total} next={next} here={lines.length} broken={broken} />
            </>
          );
        }}
      </Answered>
    </section>
  );
}
