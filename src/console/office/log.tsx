import { Input } from 'antd';
import { AuditLogDocument, type AuditLogQuery } from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { Pages } from '../parts/pages';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';

type Entry = AuditLogQuery['auditLog']['nodes'][number];

/** Who did what, when and from where, in the regions of whoever looks. */
export function Log() {
  const { words, text, change } = useView();
  const { office } = words;
  const variables = {
    since: text('since'),
    until: text('until'),
    by: text('by'),
    after: text('after'),
  };
  const answer = useAnswer(AuditLogDocument, variables);
  const columns: TableColumn<Entry>[] = [
    { key: 'at', title: words.at, value: ({ at }) => at.slice(0, 19).replace('T', ' ') },
    { key: 'by', title: office.logWho, value: ({ by }) => by },
    { key: 'act', title: office.logWhat, value: ({ act }) => act },
    { key: 'on', title: office.logOn, value: ({ subject }) => subject },
    { key: 'why', title: words.why, value: ({ reason }) => reason },
    { key: 'from', title: office.logFrom, value: ({ address }) => address },
    {
      key: 'done',
      title: office.logDone,
      value: ({ succeeded }) => (succeeded ? office.logSucceeded : office.logRefused),
    },
    { key: 'sealed', title: office.logSealed, value: ({ sealed }) => (sealed ? '✓' : '') },
  ];
  const dates = [
    ['since', office.since],
    ['until', office.until],
  ] as const;
  return (
    <>
      <div className="filters">
        {dates.map(([name, label]) => (
          <Input
            key={name}
            type="date"
            aria-label={label}
            value={text(name) ?? ''}
            onChange={({ target }) => change({ [name]: target.value, after: null })}
          />
        ))}
        <Input
          aria-label={office.logWho}
          placeholder={office.logWho}
          defaultValue={text('by') ?? ''}
          onBlur={({ target }) => change({ by: target.value, after: null })}
        />
      </div>
      <Answered answer={answer}>
        {({ auditLog: { nodes, totalCount, pageInfo } }) => (
          <>
            <Behind
              id="log"
              name="audit-log"
              document={AuditLogDocument}
              variables={variables}
              data={nodes}
              table={() => plainTable(columns, nodes)}
              what={office.tabs.log}
              basis=""
            />
            <DataTable
              caption={office.tabs.log}
              columns={columns}
              lines={nodes}
              keyOf={({ at, subject, act }) => `${at} ${subject} ${act}`}
            />
            <Pages total={totalCount} next={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
          </>
        )}
      </Answered>
    </>
  );
}
