import { Alert, Checkbox, Select } from 'antd';
import {
  FollowProgressDocument,
  OfficeBoardDocument,
  type MemberStanding,
  type OfficeBoardQuery,
} from '../gql';
import { Answered } from '../parts/answered';
import { Badge } from '../parts/badge';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { Pages } from '../parts/pages';
import { PlaceLink } from '../parts/place-link';
import { useNews } from '../state/following';
import { useList } from '../state/list';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import type { Words } from '../words/zh';
import { Letters } from './letters';
import type { Place } from './place';

type Progress = NonNullable<OfficeBoardQuery['progress']>;
type Counts = Progress['counts'];
type Member = Progress['members']['nodes'][number];
type Group = Progress['groups'][number];
type Level = Progress['levels'][number];

const standings: readonly MemberStanding[] = [
  'MISSING',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'PUBLISHED',
];
const figures = [
  'expected',
  'missing',
  'submitted',
  'returned',
  'accepted',
  'published',
  'late',
] as const satisfies readonly (keyof Counts)[];

const tones: Readonly<Record<MemberStanding, string>> = {
  MISSING: 'error',
  SUBMITTED: 'info',
  RETURNED: 'warning',
  ACCEPTED: 'sound',
  PUBLISHED: 'sound',
};

function Numbers({ counts }: { readonly counts: Counts }) {
  const { words } = useView();
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure}>
          <dt>{words.office.counts[figure]}</dt>
          <dd>{count(counts[figure], words)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How many members of a group stand where. */
const figureColumns = <Line extends { readonly counts: Counts }>(
  words: Words,
): TableColumn<Line>[] =>
  figures.map((figure) => ({
    key: figure,
    title: words.office.counts[figure],
    numeric: true,
    value: ({ counts }) => counts[figure],
  }));

function useLevelColumns(): TableColumn<Level>[] {
  const { words } = useView();
  return [
    {
      key: 'level',
      title: words.level,
      value: ({ level }) => (level ? words.levels[level] : words.noValue),
    },
    ...figureColumns<Level>(words),
  ];
}

function useGroupColumns(): TableColumn<Group>[] {
  const { words } = useView();
  const zh = words.language === 'ZH';
  return [
    {
      key: 'sector',
      title: words.sector,
      value: ({ sector }) => (sector ? (zh ? sector.zhName : sector.enName) : words.noValue),
    },
    ...figureColumns<Group>(words),
  ];
}

function useMemberColumns(): TableColumn<Member>[] {
  const { words } = useView();
  const { office } = words;
  return [
    {
      key: 'name',
      title: words.name,
      value: ({ agency }) => agency.name,
      cell: ({ agency }) => <PlaceLink to={`/agency/${agency.id}`}>{agency.name}</PlaceLink>,
    },
    { key: 'scope', title: words.scope, value: ({ scope }) => words.scopes[scope] },
    {
      key: 'standing',
      title: office.standing,
      value: ({ standing }) => office.standings[standing],
      cell: ({ standing }) => <Badge tone={tones[standing]}>{office.standings[standing]}</Badge>,
    },
    { key: 'due', title: office.dueOn, value: ({ dueOn }) => dueOn },
    { key: 'handed', title: office.handedInOn, value: ({ handedInOn }) => handedInOn },
    { key: 'late', title: office.daysLate, numeric: true, value: ({ daysLate }) => daysLate },
    {
      key: 'report',
      title: words.report,
      value: ({ report }) => report?.id ?? null,
      cell: ({ report }) =>
        report ? (
          <PlaceLink to={`/report/${report.id}`}>{words.revision(report.revision)}</PlaceLink>
        ) : (
          '—'
        ),
    },
  ];
}

function Filters() {
  const { words, text, list, change } = useView();
  const { office } = words;
  return (
    <div className="filters">
      <Select
        mode="multiple"
        allowClear
        virtual={false}
        aria-label={office.standing}
        placeholder={office.standing}
        value={list('standings')}
        options={standings.map((one) => ({ value: one, label: office.standings[one] }))}
        onChange={(chosen: string[]) => change({ standings: chosen, after: null })}
      />
      <Checkbox
        checked={text('late') === '1'}
        onChange={({ target }) => change({ late: target.checked ? '1' : null, after: null })}
      >
        {office.onlyLate}
      </Checkbox>
    </div>
  );
}

/** Members of a page. */
const PAGE = 100;

/** How far the members of a roster are, and each of them. */
export function Board({ place }: { readonly place: Place }) {
  const { words, text, list } = useView();
  const { office } = words;
  const chosen = list('standings') as MemberStanding[];
  const variables = {
    ...place,
    standings: chosen.length > 0 ? chosen : null,
    late: text('late') === '1' ? true : null,
    first: PAGE,
  };
  const { answer, lines, total, next, broken } = useList(
    OfficeBoardDocument,
    variables,
    ({ progress }) => progress?.members ?? null,
  );
  useNews(FollowProgressDocument, answer.data?.progress ? place : null, answer.retry);
  const [levelColumns, groupColumns] = [useLevelColumns(), useGroupColumns()];
  const columns = useMemberColumns();
  return (
    <Answered answer={answer}>
      {({ progress }) =>
        progress === null ? (
          <Alert type="info" title={office.noRoster} />
        ) : (
          <>
            <Numbers counts={progress.counts} />
            <Letters place={place} />
            <h2>{office.members}</h2>
            <Filters />
            <Behind
              id="board"
              name={`progress-${place.region}-${place.year}`}
              document={OfficeBoardDocument}
              variables={variables}
              data={{ ...progress, members: lines }}
              table={() => plainTable(columns, lines)}
              what={`${progress.region.fullName} ${words.yearOf(place.year)}`}
              basis=""
            />
            <DataTable
              caption={office.members}
              columns={columns}
              lines={lines}
              keyOf={({ agency }) => agency.id}
            />
            <Pages total={total} next={next} here={lines.length} broken={broken} />
            <h2>{words.byLevel}</h2>
            <DataTable
              caption={words.byLevel}
              columns={levelColumns}
              lines={progress.levels}
              keyOf={({ level }) => level ?? ''}
            />
            <h2>{office.bySector}</h2>
            <DataTable
              caption={office.bySector}
              columns={groupColumns}
              lines={progress.groups}
              keyOf={({ sector }) => sector?.code ?? ''}
            />
          </>
        )
      }
    </Answered>
  );
}
