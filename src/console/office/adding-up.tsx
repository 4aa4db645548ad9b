import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import {
  AddedUpDocument,
  AddUpDocument,
  type AddedUpQuery,
  type AddUpMutation,
  type ConsolidatedScope,
} from '../gql';
import { Answered } from '../parts/answered';
import { Badge } from '../parts/badge';
import { DataTable, type TableColumn } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { useAct } from '../state/act';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { Consolidated } from './consolidated';
import type { Place } from './place';

type Outcome = AddUpMutation['consolidate'];
type Problem = Extract<Outcome, { __typename: 'ConsolidationIncomplete' }>['problems'][number];
type Draft = AddedUpQuery['reports']['nodes'][number];
type Moved = NonNullable<NonNullable<Draft['consolidation']>['staleness']>['cells'][number];

const scopes: readonly ConsolidatedScope[] = ['REGION_CONSOLIDATED', 'GOVERNMENT_LEVEL'];

interface ProblemsProps {
  readonly problems: readonly Problem[];
  readonly reasons: ReadonlyMap<string, string>;
  readonly onReason: (agency: string, reason: string) => void;
}

function Problems({ problems, reasons, onReason }: ProblemsProps) {
  const { words } = useView();
  const { office } = words;
  const columns: TableColumn<Problem>[] = [
    { key: 'name', title: words.name, value: ({ agency }) => agency.name },
    {
      key: 'problem',
      title: office.standing,
      value: ({ problem }) => office.problem[problem],
      cell: ({ problem, checks }) => (
        <>
          <Badge tone="error">{office.problem[problem]}</Badge> {checks.join(', ')}
        </>
      ),
    },
    {
      key: 'why',
      title: office.overrideWhy,
      value: ({ agency }) => reasons.get(agency.id),
      cell: ({ agency }) => (
        <Input
          aria-label={`${office.overrideWhy} ${agency.name}`}
          value={reasons.get(agency.id) ?? ''}
          onChange={({ target }) => onReason(agency.id, target.value)}
        />
      ),
    },
  ];
  return (
    <>
      <Alert type="warning" title={office.problems} role="alert" />
      <DataTable
        caption={office.problems}
        columns={columns}
        lines={problems}
        keyOf={({ agency }) => agency.id}
      />
    </>
  );
}

function Since({ draft }: { readonly draft: Draft }) {
  const { words } = useView();
  const { office } = words;
  const staleness = draft.consolidation?.staleness;
  if (!staleness) return null;
  const { members, cells } = staleness;
  if (members.length === 0 && cells.length === 0) return <p>{office.fresh}</p>;
  const columns: TableColumn<Moved>[] = [
    {
      key: 'cell',
      title: words.cell,
      value: ({ zh, en }) => (words.language === 'ZH' ? zh : en),
    },
    { key: 'was', title: office.was, numeric: true, value: ({ was }) => count(was, words) },
    { key: 'is', title: office.is, numeric: true, value: ({ is }) => count(is, words) },
  ];
  return (
    <>
      <Alert type="warning" title={office.stale(members.length, cells.length)} />
      <ul>
        {members.map(({ agency }) => (
          <li key={agency.id}>{agency.name}</li>
        ))}
      </ul>
      <DataTable
        caption={office.stale(members.length, cells.length)}
        columns={columns}
        lines={cells}
        keyOf={({ cell }) => cell}
      />
    </>
  );
}

function Drafts({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { words } = useView();
  const { office } = words;
  return drafts.map((draft) => (
    <section key={draft.id} aria-label={words.revision(draft.revision)}>
      <h3>
        <PlaceLink to={`/report/${draft.id}`}>
          {draft.agency.name} {words.revision(draft.revision)}
        </PlaceLink>{' '}
        <Badge tone="info">{office.statuses[draft.status] ?? draft.status}</Badge>
      </h3>
      {draft.consolidation && draft.consolidation.overrides.length > 0 && (
        <ul aria-label={office.overrides}>
          {draft.consolidation.overrides.map(({ agency, problem, reason, by }) => (
            <li key={agency.id}>
              {agency.name}: {office.problem[problem]} — {reason} ({by})
            </li>
          ))}
        </ul>
      )}
      <Since draft={draft} />
    </section>
  ));
}

/** Adds the members up, and tells what has changed since. */
export function AddingUp({ place }: { readonly place: Place }) {
  const { words, text, change } = useView();
  const { office } = words;
  const scope = scopes.find((one) => one === text('adding')) ?? 'REGION_CONSOLIDATED';
  const [reason, setReason] = useState('');
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const addUp = useAct(AddUpDocument);
  const answer = useAnswer(AddedUpDocument, { ...place, scope });
  const submit = async () => {
    const overrides = [...reasons]
      .filter(([, why]) => why.trim() !== '')
      .map(([agency, why]) => ({ agency, reason: why }));
    const done = (await addUp.run({ ...place, scope, reason, overrides }))?.consolidate;
    if (!done) return;
    setOutcome(done);
    if (done.__typename === 'Consolidated') answer.retry();
  };
  return (
    <>
      <p>{office.addUpHelp}</p>
      <div className="filters">
        <Select
          aria-label={words.scope}
          virtual={false}
          value={scope}
          options={scopes.map((one) => ({ value: one, label: words.scopes[one] }))}
          onChange={(adding: string) => change({ adding })}
        />
        <Input
          aria-label={office.addUpWhy}
          placeholder={office.addUpWhy}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button
          type="primary"
          disabled={reason.trim() === ''}
          loading={addUp.busy}
          onClick={() => void submit()}
        >
          {office.addUp}
        </Button>
      </div>
      {addUp.error !== null && <Alert type="error" title={addUp.error} role="alert" />}
      {outcome?.__typename === 'Consolidated' && (
        <Alert
          type="success"
          title={
            outcome.changed
              ? office.addedUp(outcome.members, outcome.report.revision)
              : office.unchanged
          }
          role="status"
        />
      )}
      {outcome?.__typename === 'OfficeRefusal' && (
        <Alert type="error" title={outcome.message} role="alert" />
      )}
      {outcome?.__typename === 'ConsolidationIncomplete' && (
        <Problems
          problems={outcome.problems}
          reasons={reasons}
          onReason={(agency, why) => setReasons(new Map(reasons).set(agency, why))}
        />
      )}
      <h2>{office.drafts}</h2>
      <Answered answer={answer}>
        {({ reports }) => (
          <Drafts drafts={reports.nodes.filter(({ region }) => region?.code === place.region)} />
        )}
      </Answered>
      <Consolidated place={place} />
    </>
  );
}
