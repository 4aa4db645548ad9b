import { Alert, Button, Checkbox } from 'antd';
import { useEffect, useState } from 'react';
import {
  AcceptReportsDocument,
  OfficeQueueDocument,
  PublishReportsDocument,
  type MemberStanding,
} from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { Pages } from '../parts/pages';
import { useAct } from '../state/act';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';
import type { Place } from './place';
import { QueueDetail } from './queue-detail';
import { queueTable } from './queue-table';
import type { Waiting } from './waiting';

const errorsOf = ({ report }: Waiting): number =>
  report.findings.filter(({ severity, waiver }) => severity === 'ERROR' && waiver === null).length;

/** Keys of somebody who writes are theirs. */
const isWriting = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

interface ListProps {
  readonly waiting: readonly Waiting[];
  readonly chosen: Waiting;
  readonly selected: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  readonly onSelect: (id: string) => void;
}

function List({ waiting, chosen, selected, onChoose, onSelect }: ListProps) {
  const { words } = useView();
  return (
    <ul className="queue" aria-label={words.office.tabs.queue}>
      {waiting.map((member) => {
        const { agency, report } = member;
        const errors = errorsOf(member);
        return (
          <li key={report.id} className={report.id === chosen.report.id ? 'chosen' : ''}>
            <Checkbox
              aria-label={agency.name}
              checked={selected.has(report.id)}
              onChange={() => onSelect(report.id)}
            />
            <button
              type="button"
              className="plain link"
              aria-current={report.id === chosen.report.id}
              onClick={() => onChoose(report.id)}
            >
              {agency.name}
            </button>
            {errors > 0 && (
              <span className="badge error">
                {words.severity.ERROR} {errors}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface WorkProps {
  readonly waiting: readonly Waiting[];
  readonly step: 'accept' | 'publish';
  readonly onDone: () => void;
}

/** Reports one after the other, or many at once. */
function Work({ waiting, step, onDone }: WorkProps) {
  const { words, text, change } = useView();
  const { office } = words;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<readonly (readonly [string, string])[]>([]);
  const accept = useAct(AcceptReportsDocument);
  const publish = useAct(PublishReportsDocument);
  const at = Math.max(
    0,
    waiting.findIndex(({ report }) => report.id === text('report')),
  );
  const chosen = waiting[at];
  const nameOf = (id: string): string =>
    waiting.find(({ report }) => report.id === id)?.agency.name ?? id;
  const take = async (ids: readonly string[]) => {
    const reports = waiting
      .filter(({ report }) => ids.includes(report.id))
      .map(({ report }) => ({ report: report.id, version: report.life.version }));
    const outcomes =
      step === 'accept'
        ? (await accept.run({ reports }))?.acceptReports
        : (await publish.run({ reports }))?.publishReports;
    if (!outcomes) return;
    const open = outcomes.filter(({ result }) => result.__typename !== 'ReportChanged');
    setTold([
      [office.done(outcomes.length - open.length), ''],
      ...open.map(
        ({ id, result }) => [nameOf(id), office.outcomes[result.__typename] ?? ''] as const,
      ),
    ]);
    setSelected(new Set());
    onDone();
  };
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const move = (by: number) => {
    const next = waiting[Math.min(waiting.length - 1, Math.max(0, at + by))];
    if (next) change({ report: next.report.id });
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!chosen || isWriting(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const { id } = chosen.report;
      if (event.key === 'j') move(1);
      else if (event.key === 'k') move(-1);
      else if (event.key === 'x') toggle(id);
      else if (event.key === 'a') void take([id]);
      else if (event.key === 'r') {
        event.preventDefault();
        document.getElementById('send-back')?.focus();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  const sound = waiting.filter((member) => errorsOf(member) === 0).map(({ report }) => report.id);
  return (
    <>
      <p className="note">{office.queueHelp}</p>
      <div className="filters">
        <Button onClick={() => setSelected(new Set(sound))}>{office.selectAll}</Button>
        <span>{office.selected(selected.size)}</span>
        <Button
          type="primary"
          disabled={selected.size === 0}
          loading={accept.busy || publish.busy}
          onClick={() => void take([...selected])}
        >
          {step === 'accept' ? office.acceptSelected : office.publishSelected}
        </Button>
      </div>
      {told.length > 0 && (
        <Alert
          type={told.length > 1 ? 'warning' : 'success'}
          title={told[0]?.[0]}
          description={
            told.length > 1 && (
              <ul>
                {told.slice(1).map(([name, outcome]) => (
                  <li key={name}>
                    {name}: {outcome}
                  </li>
                ))}
              </ul>
            )
          }
          role="status"
        />
      )}
      {chosen ? (
        <div className="beside-tables">
          <List
            waiting={waiting}
            chosen={chosen}
            selected={selected}
            onChoose={(id) => change({ report: id })}
            onSelect={toggle}
          />
          <QueueDetail
            key={chosen.report.id}
            member={chosen}
            step={step}
            onAccept={() => void take([chosen.report.id])}
            onDone={onDone}
          />
        </div>
      ) : (
        <p>{office.nothingWaits}</p>
      )}
    </>
  );
}

/** What waits for the office: submissions to be reviewed, or accepted reports to be made public. */
export function Queue({
  place,
  step,
}: {
  readonly place: Place;
  readonly step: 'accept' | 'publish';
}) {
  const { words, text } = useView();
  const variables = {
    ...place,
    standings: [step === 'accept' ? 'SUBMITTED' : 'ACCEPTED'] satisfies MemberStanding[],
    after: text('after'),
  };
  const answer = useAnswer(OfficeQueueDocument, variables);
  return (
    <Answered answer={answer}>
      {({ progress }) => {
        if (progress === null) return <Alert type="info" title={words.office.noRoster} />;
        const { nodes, totalCount, pageInfo } = progress.members;
        const waiting = nodes.filter((member): member is Waiting => member.report !== null);
        return (
          <>
            <Behind
              id="queue"
              name={`queue-${place.region}-${place.year}`}
              document={OfficeQueueDocument}
              variables={variables}
              data={progress}
              table={() => queueTable(waiting, words)}
              what={`${words.office.tabs[step === 'accept' ? 'queue' : 'publish']} ${words.yearOf(place.year)}`}
              basis=""
            />
            <Work waiting={waiting} step={step} onDone={answer.retry} />
            <Pages total={totalCount} next={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
          </>
        );
      }}
    </Answered>
  );
}
