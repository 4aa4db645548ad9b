import { breaks, BreakNote } from '../charts/breaks';
import { Chart } from '../charts/chart';
import { CompareDocument, type Metric } from '../gql';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { Ratio } from '../parts/ratio';
import { leastOf } from '../state/filter';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import type { Compared } from './items';

interface Props {
  readonly compared: readonly Compared[];
  readonly metric: Metric;
  /** The figure. */
  readonly label: string;
  readonly share: boolean;
}

const totalOf = ({ data }: Compared, year: number) =>
  data.totals.nodes.find(({ key }) => key.year === year);

/** A share of a denominator below the least is not shown. */
function shownValue(each: Compared, year: number, share: boolean, least: number): number | null {
  const chosen = totalOf(each, year)?.chosen;
  if (!chosen || chosen.value === null) return null;
  if (!share) return chosen.value;
  const small = Number(chosen.denominator ?? 0) < least;
  return small ? null : Math.round(1000 * chosen.value) / 10;
}

/** Lines and a table: an item a line, a year a column, with what each figure rests on. */
export function SideBySide({ compared, metric, label, share }: Props) {
  const view = useView();
  const { words } = view;
  const least = leastOf(view);
  const years = [
    ...new Set(compared.flatMap(({ data }) => data.totals.nodes.map(({ key }) => key.year ?? 0))),
  ].sort((a, b) => a - b);
  const columns: TableColumn<Compared>[] = [
    {
      key: 'name',
      title: words.name,
      value: ({ name }) => name,
      cell: ({ item, name }) =>
        item.kind === 'r' ? (
          <PlaceLink to="/" with={{ region: item.id }}>
            {name}
          </PlaceLink>
        ) : (
          <PlaceLink to={`/agency/${item.id}`}>{name}</PlaceLink>
        ),
    },
    ...years.map((year): TableColumn<Compared> => ({
      key: String(year),
      title: String(year),
      value: (each) => totalOf(each, year)?.chosen.value,
      cell: (each) => {
        const total = totalOf(each, year);
        if (!total) return '—';
        const { reports, unstatedCells, reportsWithErrors } = total.coverage;
        return (
          <>
            {share ? (
              <Ratio ratio={total.chosen} least={least} />
            ) : each.item.kind === 'r' ? (
              <PlaceLink to="/" with={{ region: each.item.id, year, sum: metric }} className="sum">
                {count(total.chosen.value, words)}
              </PlaceLink>
            ) : (
              count(total.chosen.value, words)
            )}
            <span className="small block">
              {words.coverageShort(reports, reportsWithErrors, unstatedCells)}
            </span>
          </>
        );
      },
    })),
  ];
  const [first] = compared;
  return (
    <>
      <figure>
        <figcaption>{label}</figcaption>
        <Chart
          label={words.chartOf(label)}
          years={years}
          percent={share}
          breaks={breaks}
          series={compared.map((each) => ({
            name: each.name,
            values: years.map((year) => shownValue(each, year, share, least)),
          }))}
        />
      </figure>
      <BreakNote years={years} />
      <Behind
        id="compare"
        name="compare"
        document={CompareDocument}
        variables={first?.variables ?? {}}
        data={compared.map(({ name, data }) => ({ name, data }))}
        table={() => plainTable(columns, compared)}
        what={`${compared.map(({ name }) => name).join('、')}：${label}`}
        basis=""
      />
      <DataTable
        caption={label}
        columns={columns}
        lines={compared}
        keyOf={({ item }) => item.key}
      />
    </>
  );
}
